import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { consultationBySlug } from '~/consultations/reads.server'
import { Instant } from '~/consultations/parts/instant'
import { Card } from '~/ui/card'
import { Notification } from '~/ui/notification'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { notFound } from '~/web/responses.server'
import { DepartmentName } from '~/accounts/parts/department-name'
import { useTranslation } from '~/web/translation'
import { revisionIn } from '../forms'
import { AboutReport } from '../parts/about-report'
import { ReportView } from '../parts/report-view'
import { publishedReport } from '../reads.server'

export async function loader({ params, request }: LoaderFunctionArgs) {
  const consultation = await consultationBySlug(params.slug!)
  const report = consultation && (await publishedReport(consultation.id, revisionIn(request)))
  if (!report) throw notFound()
  return report
}

export default function Report() {
  const { t } = useTranslation('reports')
  const { document, digest, revision, latest, revisions } = useLoaderData<typeof loader>()
  const { title, lang, slug, department, departmentEn } = document.consultation
  return (
    <Page
      wide
      title={t('report.title', { title })}
      heading={<UserText lang={lang}>{title}</UserText>}
      caption={
        <>
          {t('report.kind')} · <DepartmentName of={{ name: department, nameEn: departmentEn }} />
        </>
      }
      lead={
        <>
          {t('report.revision', { revision })} · <Instant at={document.publishedAt} />
          <br />
          <a href={address(`/consultations/${slug}`)}>{t('report.consultation')}</a>
        </>
      }
      trail={[{ label: t('title'), href: '/reports' }]}
    >
      {revision < latest ? (
        <Notification tone="warning" title={t('report.old-title')}>
          <p>{t('report.old', { revision })}</p>
          <p>
            <a href={address(`/consultations/${slug}/report`)}>{t('report.newest', { revision: latest })}</a>
          </p>
        </Notification>
      ) : null}
      <ReportView document={document} />
      {document.comments.length > 0 ? <FindReceipt /> : null}
      <AboutReport document={document} digest={digest} revisions={revisions} />
    </Page>
  )
}

function FindReceipt() {
  const { t } = useTranslation('reports')
  return (
    <Card tone="paper" title={t('report.receipt-title')}>
      <p>{t('report.receipt')}</p>
      <p>
        <a href={address('/receipts')}>{t('report.receipt-link')}</a>
      </p>
    </Card>
  )
}
