import { elements, replaceElements } from './docx-markup'

type Level = { start: number; format: string; text: string; isLegal: boolean; restart: number }
type List = { levels: Map<number, Level>; key: string }
type Parts = { document: string; numbering: string; styles: string }

const attribute = (xml: string, name: string) => new RegExp(`<w:${name}\\b[^>]*?\\bw:val="([^"]*)"`).exec(xml)?.[1]
const each = (xml: string, tag: string) => [...elements(xml, `w:${tag}`)].map((element) => element.xml)
const own = (xml: string, name: string) => new RegExp(`^<[^>]*\\bw:${name}="([^"]*)"`).exec(xml)?.[1]

/** Writes the numbers of automatic lists into the paragraphs of a Word document, as Word would show them. */
export function numberParagraphs({ document, numbering, styles }: Parts): string {
  const lists = readLists(numbering)
  if (lists.size === 0) return document
  const byStyle = new Map(each(styles, 'style').map((style) => [own(style, 'styleId') ?? '', style]))
  const counters = new Map<string, number[]>()
  return replaceElements(document, 'w:pPr', (properties) => {
    const label = labelOf(properties, byStyle, lists, counters)
    return label ? `${properties}<w:r><w:t xml:space="preserve">${label}</w:t></w:r>` : properties
  })
}

function readLists(xml: string): Map<string, List> {
  const abstracts = new Map(each(xml, 'abstractNum').map((abstract) => [own(abstract, 'abstractNumId') ?? '', levelsOf(abstract)]))
  const lists = new Map<string, List>()
  for (const num of each(xml, 'num')) {
    const abstractId = attribute(num, 'abstractNumId') ?? ''
    const levels = new Map(abstracts.get(abstractId))
    const overrides = each(num, 'lvlOverride')
    for (const override of overrides) {
      const at = Number(own(override, 'ilvl') ?? 0)
      const level = levels.get(at)
      const start = attribute(override, 'startOverride')
      if (level && start) levels.set(at, { ...level, start: Number(start) })
    }
    for (const [at, level] of levelsOf(num)) levels.set(at, level)
    // Lists on one abstract list count on together, unless one of them starts anew.
    const id = own(num, 'numId') ?? ''
    if (levels.size > 0) lists.set(id, { levels, key: overrides.length > 0 ? `own ${id}` : abstractId })
  }
  return lists
}

const levelsOf = (abstract: string) =>
  new Map(
    each(abstract, 'lvl').map((level): [number, Level] => [
      Number(own(level, 'ilvl') ?? 0),
      {
        start: Number(attribute(level, 'start') ?? 1),
        format: attribute(level, 'numFmt') ?? 'decimal',
        text: attribute(level, 'lvlText') ?? '',
        isLegal: /<w:isLgl\b/.test(level),
        restart: Number(attribute(level, 'lvlRestart') ?? Infinity),
      },
    ]),
  )

function labelOf(properties: string, byStyle: Map<string, string>, lists: Map<string, List>, counters: Map<string, number[]>): string {
  // A paragraph whose end is struck out in the tracked changes is no paragraph any more.
  if (each(properties, 'rPr').some((run) => each(run, 'del').length > 0)) return ''
  const numbering = numberingOf(properties, byStyle)
  const list = lists.get(numbering.list ?? '')
  const at = Number(numbering.level ?? 0)
  const level = list && list.levels.get(at)
  if (!level || level.format === 'bullet' || level.format === 'none') return ''
  const counted = counters.get(list.key) ?? []
  counters.set(list.key, counted)
  for (let i = 0; i < at; i++) counted[i] ??= list.levels.get(i)?.start ?? 1
  counted[at] = (counted[at] ?? level.start - 1) + 1
  // A level counts anew below every higher one, or only below some, or (第X条 through all 章) never.
  for (let i = at + 1; i < counted.length; i++) if (at < (list.levels.get(i)?.restart ?? Infinity)) delete counted[i]
  const text = level.text.replace(/%(\d)/g, (_, n: string) => {
    const part = list.levels.get(Number(n) - 1)
    return part ? shownNumber(counted[Number(n) - 1] ?? part.start, level.isLegal ? 'decimal' : part.format) : ''
  })
  return text && (/[、）)．]$/.test(text) ? text : `${text}\u3000`)
}

/** The numbering a paragraph has itself, or through its style and the styles that one builds on; it may say only its level. */
function numberingOf(properties: string, byStyle: Map<string, string>): { list?: string; level?: string } {
  const found: { list?: string; level?: string } = {}
  let xml: string | undefined = properties
  for (let depth = 0; xml && depth < 8 && found.list === undefined; depth++) {
    const numbering = each(xml, 'numPr')[0] ?? ''
    found.list = attribute(numbering, 'numId')
    found.level ??= attribute(numbering, 'ilvl')
    xml = byStyle.get((depth === 0 ? attribute(xml, 'pStyle') : attribute(xml, 'basedOn')) ?? '')
  }
  return found
}

const DIGITS = '〇一二三四五六七八九'

/** Chinese counting up to 9999: 十, 十一, 二十, 一百零五. */
export function chineseCount(n: number): string {
  if (n < 1 || n > 9999) return String(n)
  const digits = [...String(n)].map(Number)
  const units = ['', '十', '百', '千']
  const text = digits.map((digit, i) => (digit === 0 ? '零' : DIGITS[digit]! + units[digits.length - 1 - i]!)).join('')
  return text.replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十')
}

function shownNumber(n: number, format: string): string {
  if (/^(chinese|japaneseCounting|ideographDigital|taiwanese|korean)/.test(format)) return chineseCount(n)
  if (format === 'lowerLetter' || format === 'upperLetter')
    return String.fromCharCode((format === 'lowerLetter' ? 97 : 65) + ((n - 1) % 26))
  if (format === 'lowerRoman' || format === 'upperRoman') return format === 'upperRoman' ? roman(n) : roman(n).toLowerCase()
  if (format === 'decimalEnclosedCircle' || format === 'decimalEnclosedCircleChinese')
    return n <= 20 ? String.fromCodePoint(0x245f + n) : String(n)
  return String(n)
}

function roman(n: number): string {
  const signs: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let left = n
  return signs
    .map(([value, sign]) => {
      const times = Math.floor(left / value)
      left -= times * value
      return sign.repeat(times)
    })
    .join('')
}
