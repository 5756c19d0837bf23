import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DepartmentName } from '~/accounts/parts/department-name'
import { mayPrepare } from '~/approval/rules'
import { Instant } from '~/consultations/parts/instant'
import { ActionBar } from '~/ui/action-bar'
import { LinkButton } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { Table } from '~/ui/table'
import { inRole } from '~/web/access.server'
import { address } from '~/web/address'
import { boardReaders } from '~/visit-reports/rules'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { DayTag } from '../parts/day-tag'
import { deskReaders } from '../desk-access.server'
import { openDaysForDesk } from '../desk-reads.server'
import { mayManageCampaigns, stageBySlots, stages } from '../rules'

export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = inRole(context, deskReaders)
  const rows = (await openDaysForDesk(viewer)).map((row) => ({
    ...row,
    stage: stageBySlots(row, row, row.now),
    returned: row.returnedWhy !== null && row.submittedAt === null,
  }))
  return {
    readsBoard: (boardReaders as readonly string[]).includes(viewer.role),
    mayPrepare: mayPrepare(viewer).ok,
    mayManageCampaigns: mayManageCampaigns(viewer).ok,
    rows: rows.toSorted((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage)),
  }
}

export default function DeskOpenDays() {
  const { t } = useTranslation(['open-days', 'visit-reports', 'web'])
  const { rows, mayPrepare, mayManageCampaigns, readsBoard } = useLoaderData<typeof loader>()
  type Row = (typeof rows)[number]
  return (
    <Page title={t('desk.title')} lead={t('desk.lead')} trail={[{ label: t('web:nav.desk'), href: '/desk' }]}>
      {mayPrepare || mayManageCampaigns || readsBoard ? (
        <ActionBar>
          {mayPrepare ? <LinkButton href={address('/desk/open-days/new')}>{t('desk.new')}</LinkButton> : null}
          {mayManageCampaigns ? (
            <LinkButton href={address('/desk/campaigns')} variant="secondary">
              {t('desk.campaigns.title')}
            </LinkButton>
          ) : null}
          {readsBoard ? (
            <LinkButton href={address('/desk/open-days/board')} variant="secondary">
              {t('visit-reports:board.title')}
            </LinkButton>
          ) : null}
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
              <a href={address(`/desk/open-days/${row.id}`)}>
                <UserText lang={row.lang}>{row.title}</UserText>
              </a>
            ),
          },
          { header: t('desk.department'), cell: (row) => <DepartmentName of={row.department} /> },
          {
            header: t('desk.column.stage'),
            cell: (row) => (
              <>
                <DayTag stage={row.stage} />
                {row.returned ? <span className="hint"> {t('desk.returned')}</span> : null}
              </>
            ),
          },
          { header: t('desk.column.first'), cell: (row) => (row.firstArrival ? <Instant at={row.firstArrival} /> : '—') },
          { header: t('desk.column.closes'), cell: (row) => (row.closesAt ? <Instant at={row.closesAt} /> : '—') },
        ]}
      />
    </Page>
  )
}
