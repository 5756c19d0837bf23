import type { Channel, Stance } from '../comments/rules'
import { balanceOf, dispositions, isTakenUp, type Disposition, type Fate, type InadmissibleReason } from './rules'

export type ArticleRef = { anchor: string; label: string; title: string }

export type ReportPoint = {
  number: number
  article: ArticleRef | null
  summary: string
  disposition: Disposition
  reason: string
  textBefore: string
  textAfter: string
  comments: number[]
}

/**
 * A comment by number and fate. Its words are not here: the document is frozen, and a passage covered or a comment
 * withheld later must be gone everywhere at once.
 */
export type ReportComment = {
  number: number
  channel: Channel
  article: ArticleRef | null
  stance: Stance | null
  receivedAt: string
  late: boolean
  fate: Fate | null
  visibility: 'published' | 'redacted' | 'withheld' | 'not-shown'
  withheldFor: string | null
}

type Counted<Key extends string, Value> = ({ [K in Key]: Value } & { comments: number })[]

/** A published adoption report, whole: what its page, its JSON and its CSV are made of, and what the digest covers. */
export type ReportDocument = {
  format: 'kaimen-adoption-report/1'
  county: { name: string; nameEn: string; zone: string }
  consultation: {
    slug: string
    title: string
    lang: string
    department: string
    departmentEn: string
    publishedAt: string
    opensAt: string
    closesAt: string
    periodDays: number
    shortPeriodReason: string
  }
  revision: number
  publishedAt: string
  /** Empty in the first revision. */
  correctionWhy: string
  earlier: { revision: number; publishedAt: string; correctionWhy: string; digest: string }[]
  statement: string
  equation: { received: number; inPoints: number; withdrawn: number; inadmissible: number; unaccounted: number }
  beside: { late: number }
  figures: {
    participants: number
    /** Comments with at least one point adopted in whole or part. */
    takenUp: number
    byChannel: { channel: Channel; received: number; inPoints: number; withdrawn: number; inadmissible: number; unaccounted: number }[]
    byDisposition: { disposition: Disposition; points: number; comments: number }[]
    byArticle: Counted<'article', ArticleRef>
    onTheWhole: number
    inadmissibleFor: Counted<'reason', InadmissibleReason>
    withheldFor: Counted<'reason', string>
    redacted: number
  }
  points: ReportPoint[]
  inadmissible: { number: number; reason: InadmissibleReason; note: string }[]
  comments: ReportComment[]
}

/** Everything a report is made of, as read in one transaction. Points come in with a disposition only. */
export type ReportMaterial = Pick<
  ReportDocument,
  'county' | 'consultation' | 'revision' | 'correctionWhy' | 'earlier' | 'statement' | 'points' | 'inadmissible' | 'comments'
> & {
  /** The articles that could be commented on, in order. */
  articles: ArticleRef[]
  participants: number
}

/** The balance in numbers: what the desk and the report show. */
export function equationOf(facts: Parameters<typeof balanceOf>[0]) {
  const { byChannel, closes: _closes, beside, unaccounted, ...terms } = balanceOf(facts)
  const shares = Object.entries(byChannel).map(([channel, share]) => ({
    channel: channel as Channel,
    ...share,
    unaccounted: share.unaccounted.length,
  }))
  return {
    equation: { ...terms, unaccounted: unaccounted.length },
    beside,
    byChannel: shares.sort((a, b) => b.received - a.received || (a.channel < b.channel ? -1 : 1)),
  }
}

export function documentOf(material: ReportMaterial, publishedAt: string): ReportDocument {
  const { articles, participants, comments, ...rest } = material
  const { equation, beside, byChannel } = equationOf(material)
  return {
    format: 'kaimen-adoption-report/1',
    ...rest,
    publishedAt,
    equation,
    beside,
    figures: {
      participants,
      ...dispositionFigures(material),
      byChannel,
      ...articleFigures(articles, comments),
      inadmissibleFor: counted(inTime(comments), (comment) => material.inadmissible.find((one) => one.number === comment.number)?.reason),
      withheldFor: counted(comments, (comment) => comment.withheldFor),
      redacted: comments.filter((comment) => comment.visibility === 'redacted').length,
    },
    comments,
  }
}

const inTime = (comments: ReportComment[]) => comments.filter((comment) => !comment.late)

function dispositionFigures({ points, comments }: ReportMaterial) {
  const counts = new Set(inTime(comments).map((comment) => comment.number))
  const authors = (chosen: ReportPoint[]) => new Set(chosen.flatMap((point) => point.comments).filter((number) => counts.has(number))).size
  const byDisposition = dispositions.map((disposition) => {
    const chosen = points.filter((point) => point.disposition === disposition)
    return { disposition, points: chosen.length, comments: authors(chosen) }
  })
  return { byDisposition, takenUp: authors(points.filter((point) => isTakenUp(point.disposition))) }
}

function articleFigures(articles: ArticleRef[], comments: ReportComment[]) {
  const tally = new Map<string | undefined, number>()
  for (const { article } of inTime(comments)) tally.set(article?.anchor, (tally.get(article?.anchor) ?? 0) + 1)
  return {
    byArticle: articles.map((article) => ({ article, comments: tally.get(article.anchor) ?? 0 })),
    onTheWhole: tally.get(undefined) ?? 0,
  }
}

function counted<Reason extends string>(comments: ReportComment[], reasonOf: (comment: ReportComment) => Reason | null | undefined) {
  const tally = new Map<Reason, number>()
  for (const comment of comments) {
    const reason = reasonOf(comment)
    if (reason) tally.set(reason, (tally.get(reason) ?? 0) + 1)
  }
  return [...tally]
    .map(([reason, comments]) => ({ reason, comments }))
    .sort((a, b) => b.comments - a.comments || (a.reason < b.reason ? -1 : 1))
}

/** RFC 8785 for what a report holds (strings, integers, booleans, null): one document, one sequence of characters. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`
}
