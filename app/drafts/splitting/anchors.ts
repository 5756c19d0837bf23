import type { Mark } from './marks'

/** Makes every anchor unique: a second “art-3” becomes “art-3-b”. */
export function anchorMaker(taken: Iterable<string> = []): (base: string) => string {
  const used = new Set(taken)
  const copies = new Map<string, number>()
  return (base) => {
    let anchor = base
    let copy = copies.get(base) ?? 0
    while (used.has(anchor)) anchor = `${base}-${letters(++copy)}`
    copies.set(base, copy)
    used.add(anchor)
    return anchor
  }
}

const letters = (n: number): string => (n < 26 ? '' : letters(Math.floor(n / 26) - 1)) + String.fromCharCode(97 + (n % 26))

const PREFIX: Partial<Record<Mark['family'], string>> = {
  part: 'part',
  subpart: 'sub',
  chapter: 'ch',
  section: 'sec',
  article: 'art',
  appendix: 'app',
  alternative: 'alt',
  decimal: 'sec',
  bare: 'sec',
}

/**
 * The anchor a mark gives its unit, from its number (from its words where it has none) and never from its position.
 * 章 count anew in every 编 and 节 in every 章, so theirs stand below their parent's; articles run through the whole text.
 */
export function anchorOf(mark: Mark, parent: { anchor: string; family: Mark['family'] } | undefined, itemsRestart: boolean): string {
  const within = (own: string) => (parent ? `${parent.anchor}-${own}` : own)
  switch (mark.family) {
    case 'subpart':
    case 'section':
      return within(`${PREFIX[mark.family]}-${mark.number}`)
    case 'chapter':
      return parent?.family === 'part' || parent?.family === 'subpart' ? within(`ch-${mark.number}`) : `ch-${mark.number}`
    case 'none':
      return parent ? within(fromWords(mark.rest)) : `h-${fromWords(mark.rest)}`
    case 'cn':
    case 'cnp':
    case 'arabic':
    case 'letter': {
      const own = mark.hashes > 0 && mark.family !== 'cn' && mark.family !== 'cnp' ? 'sec' : 'item'
      const isItem = parent && ['cn', 'cnp', 'arabic', 'letter', 'decimal', 'bare'].includes(parent.family)
      if (isItem) return within(mark.number)
      return itemsRestart ? within(`${own}-${mark.number}`) : `${own}-${mark.number}`
    }
    default:
      return `${PREFIX[mark.family]}-${mark.number}`
  }
}

function fromWords(words: string): string {
  const latin = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
  return latin.length >= 3 ? latin : shortHash(words)
}

function shortHash(words: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193) >>> 0
  return hash.toString(36)
}
