import type { Translate } from '~/web/translation'
import type { ReportDocument } from './document'
import { articleName } from './parts/article-name'

/** The points as rows for a spreadsheet, the header first. */
export function pointRows({ points }: ReportDocument, t: Translate<'reports'>): (string | number)[][] {
  const head = [
    t('csv.number'),
    t('csv.article'),
    t('csv.said'),
    t('csv.disposition'),
    t('csv.reason'),
    t('csv.before'),
    t('csv.after'),
    t('csv.comments'),
    t('csv.count'),
  ]
  const rows = points.map((point) => [
    point.number,
    point.article ? articleName(point.article) : t('point.whole'),
    point.summary,
    t(`disposition.${point.disposition}`),
    point.reason,
    point.textBefore,
    point.textAfter,
    point.comments.join(' '),
    point.comments.length,
  ])
  return [head, ...rows]
}
