import { useTranslation } from '~/web/translation'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'
import type { ModerationReason } from '~/moderation/rules'
import type { ReportDocument } from '../document'

type Props = { document: ReportDocument }

/** Whole comments that became no point, each with its reason. */
export function NotTakenUp({ document: { inadmissible } }: Props) {
  const { t } = useTranslation('reports')
  if (inadmissible.length === 0) return null
  return (
    <Section title={t('report.inadmissible-title')} lead={t('report.inadmissible-lead')}>
      <Table
        caption={t('report.inadmissible-caption')}
        captionHidden
        columns={[
          { header: t('report.number-head'), cell: (one) => one.number, rowHeader: true },
          { header: t('report.reason-head'), cell: (one) => t(`inadmissible-reason.${one.reason}`) },
          {
            header: t('report.note-head'),
            cell: (one) => (
              <span className="user-text" dir="auto">
                {one.note}
              </span>
            ),
          },
        ]}
        rows={inadmissible}
        rowKey={(one) => one.number}
      />
    </Section>
  )
}

/** What the public does not read in full; it was worked on all the same. */
export function NotShown({ document: { figures } }: Props) {
  const { t } = useTranslation(['reports', 'moderation'])
  if (figures.withheldFor.length === 0 && figures.redacted === 0) return null
  return (
    <Section title={t('report.hidden-title')} lead={t('report.hidden-lead')}>
      {figures.withheldFor.length > 0 ? (
        <Table
          caption={t('report.hidden-caption')}
          captionHidden
          columns={[
            { header: t('report.reason-head'), cell: (one) => t(`moderation:reason.${one.reason as ModerationReason}`), rowHeader: true },
            { header: t('report.count'), cell: (one) => one.comments, numeric: true },
          ]}
          rows={figures.withheldFor}
          rowKey={(one) => one.reason}
        />
      ) : null}
      {figures.redacted > 0 ? <p>{t('report.redacted', { count: figures.redacted })}</p> : null}
    </Section>
  )
}
