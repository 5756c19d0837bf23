import { useTranslation } from '~/web/translation'
import { Instant } from '~/consultations/parts/instant'
import { ActionBar } from '~/ui/action-bar'
import { LinkButton } from '~/ui/button'
import { PrintButton } from '~/ui/enhanced-buttons'
import { DownloadIcon } from '~/ui/icons'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { SummaryList } from '~/ui/summary-list'
import { address } from '~/web/address'
import { DepartmentName } from '~/accounts/parts/department-name'
import type { ReportDocument } from '../document'
import { Revisions, type RevisionLine } from './revisions'

type Props = { document: ReportDocument; digest: string; revisions: readonly RevisionLine[] }

/** Where the report comes from, and what anyone needs to check that it was not changed. */
export function AboutReport({ document, digest, revisions }: Props) {
  const { t } = useTranslation('reports')
  const { consultation: c, revision } = document
  const at = (ending: string) => address(`/consultations/${c.slug}/report.${ending}`, { revision })
  const dates = { from: <Instant at={c.opensAt} />, to: <Instant at={c.closesAt} /> }
  return (
    <Section title={t('report.about-title')}>
      <SummaryList
        plain
        items={[
          {
            key: t('report.consultation'),
            value: (
              <a href={address(`/consultations/${c.slug}`)}>
                <UserText lang={c.lang}>{c.title}</UserText>
              </a>
            ),
          },
          { key: t('report.department'), value: <DepartmentName of={{ name: c.department, nameEn: c.departmentEn }} /> },
          {
            key: t('report.period'),
            value: (
              <>
                {dates.from} — {dates.to}
                {t('report.period-days', { count: c.periodDays })}
              </>
            ),
          },
          ...(c.shortPeriodReason
            ? [{ key: t('report.short-reason'), value: <UserText lang={c.lang}>{c.shortPeriodReason}</UserText> }]
            : []),
          { key: t('report.published-at'), value: <Instant at={document.publishedAt} /> },
          {
            key: t('report.digest'),
            value: (
              <>
                <code className="code">{digest}</code>
                <p className="hint">{t('report.digest-note')}</p>
              </>
            ),
          },
        ]}
      />
      <ActionBar>
        <LinkButton href={at('json')} variant="secondary" icon={<DownloadIcon />}>
          {t('report.json')}
        </LinkButton>
        <LinkButton href={at('csv')} variant="secondary" icon={<DownloadIcon />}>
          {t('report.csv')}
        </LinkButton>
        <PrintButton>{t('report.print')}</PrintButton>
      </ActionBar>
      <Revisions slug={c.slug} current={revision} revisions={revisions} />
    </Section>
  )
}
