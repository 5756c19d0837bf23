import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/web/translation'
import { LinkButton } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { Table } from '~/ui/table'
import { inRole } from '~/web/access.server'
import { address } from '~/web/address'
import { DepartmentName } from '~/accounts/parts/department-name'
import { Page } from '~/web/page-layout'
import { Instant } from '../parts/instant'
import { StageTag } from '../parts/stage-tag'
import { consultationsForDesk } from '../reads.server'
import { mayPrepare, toShown } from '../rules'

export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = inRole(context, ['staff', 'moderator', 'publisher', 'administrator', 'auditor'])
  const rows = await consultationsForDesk(viewer)
  return {
    mayPrepare: mayPrepare(viewer).ok,
    rows: rows.map((row) => ({ ...toShown(row), returned: row.returnedWhy !== null && row.submittedAt === null })),
  }
}

export default function DeskConsultations() {
  const { t } = useTranslation(['consultations', 'web'])
  const { rows, mayPrepare } = useLoaderData<typeof loader>()
  type Row = (typeof rows)[number]
  return (
    <Page title={t('desk.title')} lead={t('desk.lead')} trail={[{ label: t('web:nav.desk'), href: '/desk' }]}>
      {mayPrepare ? (
        <p>
          <LinkButton href={address('/desk/consultations/new')}>{t('desk.new')}</LinkButton>
        </p>
      ) : null}
      <Table<Row>
        caption={t('desk.title')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        empty={t('desk.none')}
        columns={[
          {
            header: t('desk.column.title'),
            rowHeader: true,
            cell: (row) => (
              <a href={address(`/desk/consultations/${row.id}`)}>
                <UserText lang={row.lang}>{row.title}</UserText>
              </a>
            ),
          },
          { header: t('department'), cell: (row) => <DepartmentName of={row.department} /> },
          {
            header: t('desk.column.stage'),
            cell: (row) => (
              <>
                <StageTag stage={row.stage} />
                {row.returned ? <span className="hint"> {t('desk.returned')}</span> : null}
              </>
            ),
          },
          { header: t('desk.column.closes'), cell: (row) => (row.closesAt ? <Instant at={row.closesAt} /> : '—') },
          { header: t('comments'), numeric: true, cell: (row) => row.comments },
        ]}
      />
    </Page>
  )
}
