import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ActionBar } from '~/ui/action-bar'
import { LinkButton } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { Table } from '~/ui/table'
import { inRole } from '~/web/access.server'
import { address } from '~/web/address'
import { showDay } from '~/web/dates'
import { usePage } from '~/web/page'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { deskReaders } from '../desk-access.server'
import { campaignsForDesk } from '../desk-reads.server'
import { mayManageCampaigns } from '../rules'

export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = inRole(context, deskReaders)
  return { campaigns: await campaignsForDesk(), manages: mayManageCampaigns(viewer).ok }
}

export default function Campaigns() {
  const { t } = useTranslation(['open-days', 'web'])
  const { lang } = usePage()
  const { campaigns, manages } = useLoaderData<typeof loader>()
  type Row = (typeof campaigns)[number]
  // A day of the calendar, whatever the zone.
  const day = (on: string) => showDay(new Date(`${on}T00:00Z`), lang, 'UTC')
  return (
    <Page title={t('desk.campaigns.title')} lead={t('desk.campaigns.lead')} trail={[{ label: t('web:nav.desk'), href: '/desk' }]}>
      {manages ? (
        <ActionBar>
          <LinkButton href={address('/desk/campaigns/new')}>{t('desk.campaigns.new')}</LinkButton>
        </ActionBar>
      ) : null}
      <Table<Row>
        caption={t('desk.campaigns.title')}
        captionHidden
        rows={campaigns}
        rowKey={(row) => row.id}
        empty={t('desk.campaigns.none')}
        columns={[
          {
            header: t('desk.field.title'),
            rowHeader: true,
            cell: (row) => {
              const title = <UserText lang={row.lang}>{row.title}</UserText>
              return manages ? <a href={address(`/desk/campaigns/${row.id}`)}>{title}</a> : title
            },
          },
          { header: t('desk.campaigns.period'), cell: (row) => `${day(row.startsOn)} – ${day(row.endsOn)}` },
          { header: t('desk.campaigns.days'), numeric: true, cell: (row) => row.days },
          { header: t('desk.campaigns.report'), numeric: true, cell: (row) => row.reportWithinDays },
        ]}
      />
    </Page>
  )
}
