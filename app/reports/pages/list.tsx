import { useLoaderData } from '@remix-run/react'
import { Instant } from '~/consultations/parts/instant'
import { EmptyState } from '~/ui/empty-state'
import { List, ListRow } from '~/ui/list-row'
import { UserText } from '~/ui/quote'
import { Tag } from '~/ui/tag'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { DepartmentName } from '~/accounts/parts/department-name'
import { useTranslation } from '~/web/translation'
import { publishedReports } from '../reads.server'

export async function loader() {
  return { reports: await publishedReports() }
}

export default function Reports() {
  const { t } = useTranslation('reports')
  const { reports } = useLoaderData<typeof loader>()
  return (
    <Page title={t('title')} lead={t('lead')}>
      {reports.length === 0 ? <EmptyState title={t('list.empty')}>{t('list.empty-hint')}</EmptyState> : null}
      <List label={t('title')}>
        {reports.map(({ slug, title, equation: { received }, participants, points, takenUp, ...report }) => (
          <ListRow
            key={slug}
            level={2}
            href={address(`/consultations/${slug}/report`)}
            title={<UserText lang={report.lang}>{title}</UserText>}
            tag={report.revision > 1 ? <Tag>{t('report.revision', { revision: report.revision })}</Tag> : null}
            meta={[
              { label: t('list.department'), value: <DepartmentName of={{ name: report.department, nameEn: report.departmentEn }} /> },
              { label: t('list.closed'), value: <Instant at={report.closesAt} dayOnly /> },
              { label: t('list.published'), value: <Instant at={report.publishedAt} dayOnly /> },
            ]}
          >
            {received === 0 ? t('list.none') : t('list.summary', { received, participants, points, takenUp })}
          </ListRow>
        ))}
      </List>
    </Page>
  )
}
