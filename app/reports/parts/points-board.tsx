import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'
import { Tag } from '~/ui/tag'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { Disposition, PointFault } from '../rules'
import { articleName } from './article-name'
import { DispositionTag } from './disposition-tag'

type Row = {
  number: number
  summary: string
  disposition: Disposition | null
  comments: number
  article: { label: string; title: string; anchor: string } | null
}
type Props = { id: number; lang: string; points: readonly Row[]; unfinished: readonly { number: number; why: PointFault }[] }

/** Every point with its decision and what it still lacks. */
export function PointsBoard({ id, lang, points, unfinished }: Props) {
  const { t } = useTranslation('reports')
  const decided = points.filter((point) => point.disposition).length
  const lacks = (point: Row) => unfinished.filter((one) => one.number === point.number && one.why !== 'point-undecided')
  return (
    <Section title={t('desk.points-table')} lead={t('desk.decided-of', { decided, all: points.length })}>
      <Table
        caption={t('desk.points-table')}
        captionHidden
        columns={[
          { header: t('point.short'), cell: (point) => point.number, rowHeader: true },
          {
            header: t('point.said'),
            cell: (point) => (
              <a href={address(`/desk/consultations/${id}/points/${point.number}`)}>
                <UserText>{point.summary}</UserText>
              </a>
            ),
          },
          {
            header: t('point.article'),
            cell: (point) => (point.article ? <UserText lang={lang}>{articleName(point.article)}</UserText> : t('point.whole')),
          },
          { header: t('point.comments'), cell: (point) => point.comments, numeric: true },
          {
            header: t('desk.state'),
            cell: (point) => (
              <>
                <DispositionTag disposition={point.disposition} />
                {lacks(point).map((one) => (
                  <Tag key={one.why} tone="closing">
                    {t(`lacks.${one.why}`)}
                  </Tag>
                ))}
              </>
            ),
          },
        ]}
        rows={points}
        rowKey={(point) => point.number}
        empty={t('report.no-points')}
      />
    </Section>
  )
}
