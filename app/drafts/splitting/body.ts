import { GAP, isBlank, tidy, toLines } from './lines'
import { tableLines } from './tables'
import type { Unit } from './unit'

const LEAD = new RegExp(`^${GAP}*(?:#{1,6}${GAP}*)?(?:\\*\\*|__|<a [^>]{0,100}></a>)*`)

/** The text to show below a unit's label and title: 款 by 款, a table as one paragraph, wrapped lines joined. */
export function bodyParagraphs(unit: Unit): string[] {
  const text = withoutHeading(unit)
  const lines = toLines(text)
  const inTable = tableLines(lines)
  const paragraphs: string[] = []
  lines.forEach((line, i) => {
    if (isBlank(line.text) || /^[\s–—-]{1,5}$/.test(line.text)) return
    const shown = tidy(line.text).replace(/^#{1,6}\s+/, '')
    const before = i > 0 && !isBlank(lines[i - 1]!.text)
    if (before && inTable[i] && inTable[i - 1]) paragraphs.push(`${paragraphs.pop()}\n${shown}`)
    else if (before && !inTable[i] && !inTable[i - 1] && isWrapped(shown)) paragraphs.push(`${paragraphs.pop() ?? ''} ${shown}`.trimStart())
    else paragraphs.push(shown)
  })
  return paragraphs
}

const isWrapped = (line: string) => /^[a-zα-ωά-ώ]/.test(line) && !/^[a-zα-ωά-ώ]{1,4}[).]/.test(line)

function withoutHeading({ label, title, text, kind }: Unit): string {
  if (label === '' && title === '') return text
  let rest = text.slice(LEAD.exec(text)![0].length)
  if (label && rest.startsWith(label)) rest = rest.slice(label.length)
  if (!title) return kind === 'article' || label ? rest.replace(/^(?:\*\*|__)/, '') : text
  const found = rest.slice(0, title.length + 60).indexOf(title)
  const between = found < 0 ? 'x' : rest.slice(0, found)
  if (!new RegExp(`^(?:${GAP}|[（(【〔[.:：.．、*_–—-])*$`).test(between)) return rest
  return rest
    .slice(found + title.length)
    .replace(/^[）)】〕\]]/, '')
    .replace(/^(?:\*\*|__)?[。：]?(?:\*\*|__)?/, '')
}
