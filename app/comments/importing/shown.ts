import type { ImportFacts, Preview } from './preview'

const LISTED = 20
const FAULTS_LISTED = 300

/** The preview as its page needs it: figures, the first rows, the faults. */
export function shownPreview({ rows, faults, ignored, people, late, whole }: Preview, { units }: ImportFacts) {
  const label = new Map(units.map((unit) => [unit.id, unit.label || unit.title]))
  const listed = rows.slice(0, LISTED).map(({ articleId, author, receivedAt, body, channel }, index) => ({
    row: index + 1,
    article: articleId === null ? null : (label.get(articleId) ?? ''),
    author,
    receivedAt: receivedAt.toISOString(),
    body: Array.from(body.slice(0, 400)).slice(0, 120).join(''),
    channel,
  }))
  return {
    count: rows.length,
    faults: faults.slice(0, FAULTS_LISTED),
    faultCount: faults.length,
    ignored: ignored.map((name) => name.toWellFormed().slice(0, 40)),
    people,
    late,
    whole,
    listed,
  }
}

export type ShownPreview = ReturnType<typeof shownPreview>
