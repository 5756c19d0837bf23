import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DepartmentName } from '~/accounts/parts/department-name'
import { dayOf } from '~/calendar/periods'
import { Instant } from '~/consultations/parts/instant'
import { openDayBySlug } from '~/open-days/reads.server'
import { ActionBar } from '~/ui/action-bar'
import { PrintButton } from '~/ui/enhanced-buttons'
import { Notification } from '~/ui/notification'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { notFound } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { revisionIn } from '../forms'
import { ReportView } from '../parts/report-view'
import { publishedReport } from '../reads.server'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const day = await openDayBySlug(params.slug)
  const report = day && (await publishedReport(day.id, revisionIn(request)))
  if (!report) throw notFound()
  const revisions = report.revisions.map(({ publishedAt, ...each }) => ({ ...each, publishedAt: publishedAt!.toISOString() }))
  return { ...report, revisions, today: dayOf(day.now, context.county.zone) }
}

export default function Report() {
  const { t } = useTranslation(['visit-reports', 'open-days'])
  const { document, latest, today } = useLoaderData<typeof loader>()
  const { openDay, revision } = document
  const at = `/open-days/${openDay.slug}`
  return (
    <Page
      title={`${openDay.title} · ${t('kind')}`}
      heading={<UserText lang={openDay.lang}>{openDay.title}</UserText>}
      caption={
        <>
          {t('kind')} · <DepartmentName of={openDay.department} />
        </>
      }
      lead={
        <>
          {t('published-on')} <Instant at={document.publishedAt} />
          <br />
          <a href={address(at)}>{t('to-day')}</a>
        </>
      }
      trail={[
        { label: t('open-days:title'), href: '/open-days' },
        { label: t('title'), href: '/open-days/reports' },
      ]}
    >
      {revision < latest ? (
        <Notification tone="warning" title={t('old-title')}>
          <p>{t('old', { revision })}</p>
          <p>
            <a href={address(`${at}/report`)}>{t('newest', { revision: latest })}</a>
          </p>
        </Notification>
      ) : null}
      <ReportView document={document} today={today} photosAt={`${at}/photos`} />
      <Revisions />
      <ActionBar>
        <PrintButton>{t('print')}</PrintButton>
        <a href={address(`${at}/report.json`)}>{t('data')}</a>
      </ActionBar>
    </Page>
  )
}

function Revisions() {
  const { t } = useTranslation('visit-reports')
  const { document, revisions } = useLoaderData<typeof loader>()
  if (revisions.length < 2) return null
  return (
    <Section id="revisions" title={t('revisions')}>
      <ul>
        {revisions.map(({ revision, publishedAt, why }) => (
          <li key={revision}>
            {revision === document.revision ? (
              t('revision', { revision })
            ) : (
              <a href={address(`/open-days/${document.openDay.slug}/report`, { revision })}>{t('revision', { revision })}</a>
            )}{' '}
            · <Instant at={publishedAt} dayOnly /> · {why ? <UserText lang={document.openDay.lang}>{why}</UserText> : t('first')}
          </li>
        ))}
      </ul>
    </Section>
  )
}
