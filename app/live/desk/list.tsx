import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DepartmentName } from '~/accounts/parts/department-name'
import { Instant } from '~/consultations/parts/instant'
import { ActionBar } from '~/ui/action-bar'
import { LinkButton } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { Table } from '~/ui/table'
import { inRole } from '~/web/access.server'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { deskReaders, doneOutside } from '../desk-access.server'
import { answersOwed, sessionsForDesk } from '../desk-reads.server'
import { DoneNote } from '../parts/done-note'
import { OwedList } from '../parts/owed-list'
import { StageTag } from '../parts/stage-tag'
import { mayCreate, stages } from '../rules'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = inRole(context, deskReaders)
  const { zone } = context.county
  const [rows, owed, done] = await Promise.all([sessionsForDesk(viewer), answersOwed(viewer, zone), doneOutside(request)])
  const shown = rows.map(({ id, title, lang, department, stage, startsAt, waiting, undecided, code }) => ({
    ...{ id, title, lang, department, stage, startsAt, waiting, undecided, code },
  }))
  const order = (stage: (typeof rows)[number]['stage']) => (stage === 'open' ? -1 : stages.indexOf(stage))
  return { mayCreate: mayCreate(viewer).ok, owed, done, rows: shown.toSorted((a, b) => order(a.stage) - order(b.stage)) }
}

export default function DeskLive() {
  const { t } = useTranslation(['live', 'web'])
  const { rows, owed, done, mayCreate } = useLoaderData<typeof loader>()
  type Row = (typeof rows)[number]
  return (
    <Page title={t('desk.title')} lead={t('desk.lead')} trail={[{ label: t('web:nav.desk'), href: '/desk' }]}>
      <DoneNote {...done} />
      {mayCreate ? (
        <ActionBar>
          <LinkButton href={address('/desk/live/new')}>{t('desk.new')}</LinkButton>
        </ActionBar>
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
              <a href={address(`/desk/live/${row.id}`)}>
                <UserText lang={row.lang}>{row.title}</UserText>
              </a>
            ),
          },
          { header: t('desk.department'), cell: (row) => <DepartmentName of={row.department} /> },
          { header: t('desk.column.stage'), cell: (row) => <StageTag stage={row.stage} /> },
          { header: t('desk.column.starts'), cell: (row) => <Instant at={row.startsAt} /> },
          { header: t('desk.column.waiting'), numeric: true, cell: (row) => row.waiting },
          { header: t('desk.column.undecided'), numeric: true, cell: (row) => row.undecided },
        ]}
      />
      <OwedList owed={owed} />
    </Page>
  )
}
