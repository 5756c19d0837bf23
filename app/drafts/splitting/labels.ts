import { GAP, isHeadingLike, tidy } from './lines'
import { anyNumber, chineseNumber, greekNumber, greekOrdinal, halfWidth } from './numbers'

export type Family =
  | 'part'
  | 'subpart'
  | 'chapter'
  | 'section'
  | 'article'
  | 'appendix'
  | 'alternative'
  | 'cn'
  | 'cnp'
  | 'arabic'
  | 'decimal'
  | 'bare'
  | 'letter'
  | 'none'

export type Label = {
  family: Family
  number: string
  label: string
  length: number
  /** 2: reads as a label on its own; 1: only where the numbering leads one to expect it; 0: reads as a reference. */
  strength: 0 | 1 | 2
  english: boolean
}

const N = '[〇零○一二三四五六七八九十百千两兩廿卅0-9０-９]'
const NUM = `${N}(?:${GAP}{0,2}${N}){0,11}`
const CN = '[一二三四五六七八九十百]{1,5}'
const ID = '(?:\\d{1,3}|[IVXLCDM]{1,8}|[A-Z]|[Α-Ω]{1,4})(?![A-Za-z0-9])'

const ORDINAL = new RegExp(
  `^第${GAP}{0,3}(${NUM})(?:-(\\d{1,3}))?${GAP}{0,3}(分编|分編|部分|[条條编編篇卷章节節])(?:${GAP}{0,2}之${GAP}{0,2}(${N}{1,3}))?`,
)
const SUBPARTS = ['分编', '分編']
const ORDINAL_FAMILY: Record<string, Family> = { 条: 'article', 條: 'article', 章: 'chapter', 节: 'section', 節: 'section' }
const refersTo = new RegExp(
  `^(?:第${GAP}{0,2}${NUM}${GAP}{0,2}[款项項条條目]|规定|規定|所[列称稱述指]|的|之|和|及|或|以及|、(?=第|${N})|[，。；,;]|[款项項]|[至到]第|修改|改为|改為|中的|等)`,
)

const surelyRefers = new RegExp(`^(?:第${GAP}{0,2}${NUM}${GAP}{0,2}[款项項目]|、第|[至到]第|修改[为為如后後：:]|改[为為])`)

function ordinal(text: string, heading: boolean): Label | null {
  const m = ORDINAL.exec(text)
  if (!m) return null
  const [label, number, dash, unit] = m as unknown as [string, string, string?, string?]
  const family = ORDINAL_FAMILY[unit!] ?? (SUBPARTS.includes(unit!) ? 'subpart' : 'part')
  const after = text.slice(label.length).replace(/^(?:\*\*|__)/, '')
  const rest = tidy(after)
  const apart = rest === '' || !after.startsWith(rest.slice(0, 1))
  const sub = m[4] ? chineseNumber(m[4]) : dash
  const read = { family, number: chineseNumber(number) + (sub ? `-${sub}` : ''), label, length: label.length, english: false }
  if (family === 'article') {
    const caption = /^[（(【〔[]/.test(rest) && !new RegExp(`^.(?:${NUM})[)）]`).test(rest)
    const refers = refersTo.test(rest)
    if (!apart && refers) return surelyRefers.test(rest) ? null : { ...read, strength: 0 }
    const strong = heading || caption || /^[：:]/.test(rest) || (apart && !refers)
    return { ...read, strength: strong ? 2 : 1 }
  }
  const title = rest.split(new RegExp(`${GAP}第`))[0]!
  if (!heading && rest !== '' && (refersTo.test(rest) || !isHeadingLike(title + '。', apart ? 40 : 20))) return null
  return { ...read, strength: 2 }
}

const GREEK_WORDS: Record<string, Family> = { ΒΙΒΛΙΟ: 'part', ΜΕΡΟΣ: 'part', ΚΕΦΑΛΑΙΟ: 'chapter', ΤΜΗΜΑ: 'section', ΠΑΡΑΡΤΗΜΑ: 'appendix' }
const GREEK_ARTICLE = new RegExp(
  `^(?:[ΆΑἌ]ρθρον?|[ΑΆ]ΡΘΡΟΝ?)${GAP}{1,3}(?:(\\d{1,4})(?:ον?(?![α-ω])|${GAP}?([Α-Ω]{1,2})(?![Α-Ωα-ωά-ώ]))?|([Α-ΩΆ-Ώα-ωά-ώ]{4,9}))(?![\\d\\w])`,
)
const GREEK_STRUCTURE = new RegExp(
  `^(ΒΙΒΛΙΟ|ΜΕΡΟΣ|ΚΕΦΑΛΑΙΟ|ΤΜΗΜΑ|ΠΑΡΑΡΤΗΜΑ|Μέρος|Κεφάλαιο|Τμήμα|Παράρτημα)(?:${GAP}{1,3}([Α-Ω]{1,4}|[IVXL]{1,6}|\\d{1,3})[’΄'ʹ´′]?)?(?![Α-Ωα-ωά-ώ\\w])`,
)

function greek(text: string): Label | null {
  const a = GREEK_ARTICLE.exec(text)
  if (a) {
    const number = a[1] ? Number(a[1]) : greekOrdinal(a[3]!)
    const rest = text.slice(a[0].length)
    if (!number || new RegExp(`^(?:[,;)]|${GAP}+[α-ωά-ώ])`).test(rest)) return null
    return {
      family: 'article',
      number: number + (a[2] ? `-${greekNumber(a[2])}` : ''),
      label: a[0],
      length: a[0].length,
      strength: 2,
      english: true,
    }
  }
  const s = GREEK_STRUCTURE.exec(text)
  if (!s) return null
  const word = s[1]!
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase()
  if (!s[2] && word !== 'ΠΑΡΑΡΤΗΜΑ') return null
  return { family: GREEK_WORDS[word]!, number: s[2] ? anyNumber(s[2]) : '1', label: s[0], length: s[0].length, strength: 2, english: true }
}

const ENGLISH_STRUCTURE = new RegExp(`^(Part|Title|Book|Chapter|Division|Subpart)${GAP}{1,3}(${ID})`, 'i')
const ENGLISH_ARTICLE = new RegExp(
  `^(Article|ARTICLE|Art\\.|Section|SECTION|Sec\\.|SEC\\.|Clause|CLAUSE|Rule|RULE|Regulation|REGULATION|§)${GAP}{0,3}(\\d{1,4}(?:\\.\\d{1,3}){0,3}(?:-\\d{1,2}(?![\\d-]))?[A-Za-z]?|[IVXLCDM]{1,8})(?![A-Za-z0-9])`,
)
const ENGLISH_APPENDIX = new RegExp(
  `^(Appendix|APPENDIX|Annex|ANNEX|Schedule|SCHEDULE|Attachment|ATTACHMENT|Exhibit|EXHIBIT)(?:${GAP}{1,3}(${ID}))?(?![A-Za-z])`,
)
const goesOn = new RegExp(`^(?:[,;)’'/]|[(（][a-z0-9]{1,3}[)）]|${GAP}+(?:[a-z]|[(（][a-z0-9]{1,3}[)）]${GAP}+[a-z]|Abs(?:\\.|atz)))`)

function english(text: string, heading: boolean): Label | null {
  const article = ENGLISH_ARTICLE.exec(text)
  const structure = article ? null : ENGLISH_STRUCTURE.exec(text)
  const appendix = article || structure ? null : ENGLISH_APPENDIX.exec(text)
  const m = article ?? structure ?? appendix
  if (!m || !/^[A-Z§]/.test(m[0])) return null
  const rest = text.slice(m[0].length)
  if (goesOn.test(rest)) return null
  const word = m[1]!.toLowerCase()
  if (structure && !heading && tidy(rest).length > 150) return null
  if (appendix && !m[2] && !/^[:.]?$/.test(tidy(rest).slice(0, 1))) return null
  const family = article
    ? word.startsWith('sec')
      ? 'section'
      : 'article'
    : appendix
      ? 'appendix'
      : word === 'chapter'
        ? 'chapter'
        : word === 'subpart'
          ? 'subpart'
          : 'part'
  return { family, number: m[2] ? anyNumber(m[2]) : '1', label: m[0], length: m[0].length, strength: 2, english: true }
}

const CHINESE_APPENDIX = new RegExp(
  `^附(?:${GAP}{0,4}[件表录錄图圖]${GAP}{0,2}(${NUM}|[A-Z](?![A-Za-z]))?(?:-\\d{1,2})?|(?=${GAP}{0,2}[:：]))`,
)

function appendix(text: string, heading: boolean): Label | null {
  const m = CHINESE_APPENDIX.exec(text)
  if (!m) return null
  const after = text.slice(m[0].length).replace(/^(?:\*\*|__)/, '')
  const rest = tidy(after)
  const apart = rest === '' || !after.startsWith(rest.slice(0, 1)) || /^[:：.．、（(《]/.test(rest)
  if (!heading && (refersTo.test(rest.replace(/^[.．、]/, '')) || (!apart && !m[1]))) return null
  const title = rest.replace(/^[:：.．、]/, '')
  if (title !== '' && !isHeadingLike(title + '。', /^[:：]/.test(rest) ? 200 : 60)) return null
  return {
    family: 'appendix',
    number: m[1] ? (/[A-Z]/.test(m[1]) ? m[1].toLowerCase() : String(chineseNumber(m[1]))) : '1',
    label: tidy(m[0]),
    length: m[0].length,
    strength: 2,
    english: false,
  }
}

/** “3年内” at the start of a wrapped line counts years; “3附则” is a heading. */
const COUNTED = '[年月日天周时分秒个万亿元角人名户家米吨级类项条條款章节次倍号辆处种岁份件座层张只]|小时|工作日'

const ENCLOSED = '㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩'
const outlineShapes: [Family, RegExp][] = [
  ['alternative', /^([甲乙丙丁])案(?=[：:（(]|$|\s)/],
  ['cnp', new RegExp(`^[（(]${GAP}?(${CN})${GAP}?[）)][、.．]?`)],
  ['cnp', new RegExp(`^([${ENCLOSED}])`)],
  ['cn', new RegExp(`^(${CN})${GAP}{0,2}[、．.](?![0-9])`)],
  ['cn', new RegExp(`^(${CN})(?=[ \\u3000\\t]{1,4}[\\u4e00-\\u9fff][^。；，,;、\\s]{1,24}${GAP}*$)`)],
  ['decimal', new RegExp(`^([0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2}){1,4})[.．、]?(?=${GAP}|[^0-9０-９.．%％\\-/,，]|$)`)],
  ['arabic', /^([0-9０-９]{1,3})\s?\\?[.．、](?![0-9０-９])/],
  ['bare', new RegExp(`^([0-9０-９]{1,2})(?=${GAP}|(?!${COUNTED})[\\u4e00-\\u9fff]{2,20}$)`)],
]

function outline(text: string, heading: boolean): Label | null {
  for (const [family, shape] of outlineShapes) {
    const m = shape.exec(text)
    if (!m) continue
    const printed = m[1]!
    const number =
      family === 'alternative'
        ? String('甲乙丙丁'.indexOf(printed) + 1)
        : ENCLOSED.includes(printed)
          ? String(ENCLOSED.indexOf(printed) + 1)
          : family === 'cn' || family === 'cnp'
            ? String(chineseNumber(printed))
            : halfWidth(printed).split('.').map(Number).join('.')
    return { family, number, label: m[0], length: m[0].length, strength: 2, english: false }
  }
  const letter = heading ? /^([A-Z]|[IVX]{1,5})\.(?=\s)/.exec(text) : null
  return (
    letter && { family: 'letter', number: letter[1]!.toLowerCase(), label: letter[0], length: letter[0].length, strength: 2, english: true }
  )
}

export function readLabel(text: string, heading: boolean): Label | null {
  return ordinal(text, heading) ?? greek(text) ?? english(text, heading) ?? appendix(text, heading) ?? outline(text, heading)
}
