import type { Translate } from '~/web/translation'
import type { Language } from '~/i18n'
import { toCell } from '~/web/dates'
import type { Clock } from './clock'
import { outcomeOf } from './rules'
import type { TranscriptQuestion } from './transcript-reads.server'

export const columns = [
  'number',
  'question',
  'name',
  'channel',
  'published',
  'residents',
  'guests',
  'department',
  'article',
  'disposition',
  'why',
  'due',
  'merged',
  'comment',
  'answers',
] as const

type Answer = TranscriptQuestion['answers'][number]

/** One question as a row of a spreadsheet, its answers one below the other in one cell. */
export function transcriptRow(question: TranscriptQuestion & { clock: Clock | null }, t: Translate<'live'>, lang: Language, zone: string) {
  const { department, article, publishedAt } = question
  const outcome = outcomeOf(question)
  const answer = ({ corrects, office, name, at, body }: Answer) =>
    `${toCell(at, zone)} ${t('answer.by', { office, name })}${corrects ? ` (${t('answer.correction')})` : ''}: ${body}`
  const cells: Record<(typeof columns)[number], string | number | null> = {
    number: question.number,
    question: question.body,
    name: question.name,
    channel: t(`channel.${question.channel}`),
    published: publishedAt && toCell(publishedAt, zone),
    residents: question.residents,
    guests: question.guests,
    department: department && (lang === 'en' && department.nameEn ? department.nameEn : department.name),
    article: article && article.label,
    disposition: outcome && t(`disposition.${outcome}`),
    why: question.dispositionWhy,
    due: question.clock && question.clock.due,
    merged: question.mergedInto,
    comment: question.commentNumber,
    answers: question.answers.map(answer).join('\n'),
  }
  return columns.map((column) => cells[column])
}
