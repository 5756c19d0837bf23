import { useTranslation } from '~/web/translation'
import { UserText } from '~/ui/quote'
import { Table } from '~/ui/table'
import type { ReportPoint } from '../document'
import { articleName } from './article-name'
import { Change } from './change'
import { DispositionTag } from './disposition-tag'

/** The heart of a report: what was said, what was decided and why, and what became of the text. */
export function PointTable({ points, lang }: { points: readonly ReportPoint[]; lang: string }) {
  const { t } = useTranslation('reports')
  return (
    <Table
      caption={t('report.points-caption')}
      captionHidden
      columns={[
        { header: t('point.short'), cell: (point) => <span id={`point-${point.number}`}>{point.number}</span>, rowHeader: true },
        { header: t('point.said'), cell: (point) => <Said point={point} lang={lang} /> },
        {
          header: t('point.article'),
          cell: (point) => (point.article ? <UserText lang={lang}>{articleName(point.article)}</UserText> : t('point.whole')),
        },
        { header: t('point.disposition'), cell: (point) => <DispositionTag disposition={point.disposition} /> },
        { header: t('point.reason'), cell: (point) => <Reason point={point} lang={lang} /> },
      ]}
      rows={points}
      rowKey={(point) => point.number}
      empty={t('report.no-points')}
    />
  )
}

type Cell = { point: ReportPoint; lang: string }

function Said({ point, lang }: Cell) {
  const { t } = useTranslation('reports')
  return (
    <>
      <p className="user-text" dir="auto" lang={lang}>
        {point.summary}
      </p>
      <p className="hint">{t('comment-numbers', { numbers: point.comments.join(t('separator')), count: point.comments.length })}</p>
    </>
  )
}

function Reason({ point, lang }: Cell) {
  const { t } = useTranslation('reports')
  return (
    <>
      <p className="user-text" dir="auto" lang={lang}>
        {point.reason}
      </p>
      {point.textAfter ? (
        <>
          <p className="hint">{t('point.change')}</p>
          <Change before={point.textBefore} after={point.textAfter} lang={lang} />
        </>
      ) : null}
    </>
  )
}
