import { useLoaderData } from '@remix-run/react'
import { DepartmentName } from '~/accounts/parts/department-name'
import { Instant } from '~/consultations/parts/instant'
import { EmptyState } from '~/ui/empty-state'
import { List, ListRow } from '~/ui/list-row'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { publishedReports } from '../reads.server'

export const loader = async () => ({ reports: await publishedReports() })

export default function Reports() {
  const { t } = useTranslation(['visit-reports', 'open-days'])
  const { reports } = useLoaderData<typeof loader>()
  return (
    <Page title={t('title')} lead={t('list-lead')} trail={[{ label: t('open-days:title'), href: '/open-days' }]}>
      {reports.length === 0 ? <EmptyState title={t('none')} /> : null}
      <List label={t('title')}>
        {reports.map(({ openDay, publishedAt, total, questions, suggestions, open }) => (
          <ListRow
            key={openDay.slug}
            level={2}
            href={address(`/open-days/${openDay.slug}/report`)}
            title={<UserText lang={openDay.lang}>{openDay.title}</UserText>}
            meta={[
              { label: t('open-days:department'), value: <DepartmentName of={openDay.department} /> },
              { label: t('held-on'), value: <Instant at={openDay.heldFrom} dayOnly /> },
              { label: t('published-on'), value: <Instant at={publishedAt} dayOnly /> },
              { label: t('day-count.came'), value: total.came ?? t('figures.not-recorded') },
              { label: t('day-count.questions'), value: questions },
              {
                label: t('day-count.suggestions'),
                value: `${suggestions}${open > 0 ? ` · ${t('suggestions.open', { count: open })}` : ''}`,
              },
            ]}
          />
        ))}
      </List>
    </Page>
  )
}
