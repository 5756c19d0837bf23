import { useTranslation } from '~/web/translation'
import { EmptyState } from '~/ui/empty-state'
import { KeyFigures } from '~/ui/key-figures'
import { Notification } from '~/ui/notification'
import { Section } from '~/ui/section'
import type { ReportDocument } from '../document'
import { Equation } from './equation'
import { ByArticle, ByChannel, ByDisposition } from './figures'
import { NotTakenUp, NotShown } from './left-out'
import { PointTable } from './point-table'

/** The report as everyone reads it, and as the publisher reads it before it goes out. */
export function ReportView({ document }: { document: ReportDocument }) {
  const { t } = useTranslation('reports')
  const { figures, points, equation, beside, consultation } = document
  return (
    <>
      {document.correctionWhy ? (
        <Notification title={t('report.corrected-title', { revision: document.revision })}>
          <p className="user-text" dir="auto" lang={consultation.lang}>
            {document.correctionWhy}
          </p>
        </Notification>
      ) : null}
      <p className="user-text lead" dir="auto" lang={consultation.lang}>
        {document.statement}
      </p>
      <Section title={t('balance.title')} lead={t('balance.lead')}>
        <Equation equation={equation} beside={beside} byChannel={figures.byChannel} />
      </Section>
      {document.comments.length === 0 ? (
        <EmptyState title={t('report.empty-title')}>{t('report.empty')}</EmptyState>
      ) : (
        <Answered document={document} />
      )}
      {points.length > 0 ? (
        <Section id="points" title={t('report.points-title')}>
          <PointTable points={points} lang={consultation.lang} />
        </Section>
      ) : null}
      <NotTakenUp document={document} />
      <NotShown document={document} />
    </>
  )
}

function Answered({ document }: { document: ReportDocument }) {
  const { t } = useTranslation('reports')
  const { figures, equation, points } = document
  return (
    <Section title={t('report.figures-title')}>
      <KeyFigures
        items={[
          { label: t('report.received'), value: equation.received, unit: t('report.unit-items') },
          { label: t('report.participants'), value: figures.participants, unit: t('report.unit-people') },
          { label: t('report.points'), value: points.length, unit: t('report.unit-points') },
          { label: t('report.taken-up'), value: figures.takenUp, unit: t('report.unit-items') },
        ]}
      />
      <ByDisposition document={document} />
      {figures.byChannel.length > 0 ? <ByChannel document={document} /> : null}
      <ByArticle document={document} />
    </Section>
  )
}
