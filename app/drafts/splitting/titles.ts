import { isHeadingLike, tidy } from './lines'
import type { Mark } from './marks'
import { STRUCTURE, type Opening } from './opening'

const BRACKETS: Record<string, string> = { '（': '）', '(': ')', '【': '】', '〔': '〕', '[': ']' }
const LONGEST_CAPTION = 40
const LONGEST_SENTENCE_TITLE = 18

/** The caption in brackets after an article's number: “第一条（制定目的）” → “制定目的”. */
function caption(rest: string): string {
  const close = BRACKETS[rest.charAt(0)]
  const end = close ? rest.indexOf(close) : -1
  const inside = end > 1 && end <= LONGEST_CAPTION ? tidy(rest.slice(1, end)) : ''
  return /^[一二三四五六七八九十\d]{1,3}$/.test(inside) ? '' : inside
}

export function titleOf({ mark, kind }: Opening, text: string, hasChildren = false): string {
  const lineEnd = text.indexOf('\n')
  const below = lineEnd < 0 ? '' : tidy(text.slice(lineEnd))
  if (mark.family === 'article') return caption(mark.rest) || articleTitle(mark, below)
  if (mark.family === 'none' || kind === 'appendix') return mark.rest || titleBelow(below)
  if (mark.rest === '' && mark.family in STRUCTURE) return titleBelow(below + '\n ')
  if (mark.hashes > 0 || mark.english) return mark.rest.length <= 600 ? mark.rest : ''
  const bold = /^([^*]{1,60})\*\*/.exec(mark.rest)?.[1]
  if (bold && mark.rest.split('**').length % 2 === 0) return bold.replace(/[。：:]$/, '')
  const isSentence = /[。：:；;]$/.test(mark.rest)
  if (!isSentence && isHeadingLike(mark.rest, 60)) return mark.rest
  const end = mark.rest.search(/[。：:]/)
  const opensMore = end < mark.rest.length - 1 || below !== '' || hasChildren
  return end > 0 && end <= LONGEST_SENTENCE_TITLE && opensMore && mark.rest[end] === '。' ? mark.rest.slice(0, end) : ''
}

function articleTitle(mark: Mark, below: string): string {
  if (mark.hashes === 0 && !mark.english) return ''
  if (mark.rest === '') return mark.english ? titleBelow(below) : ''
  return mark.rest.length <= (mark.hashes > 0 ? 600 : 120) && !/[.;,。；]$/.test(mark.rest) ? mark.rest : ''
}

function titleBelow(below: string): string {
  const line = tidy(below.split('\n', 1)[0]!)
  const hasMore = below.length > line.length
  return hasMore && line.length <= 100 && !/[。.;；，,：:|]$/.test(line) && !/^[#|（(\d]/.test(line) ? line : ''
}
