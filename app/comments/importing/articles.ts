import { chineseNumber } from '~/drafts/splitting/numbers'

type Unit = { id: number; anchor: string; label: string; title: string; commentable: boolean }
export type Found = { ok: true; id: number | null } | { ok: false; why: 'article' | 'article-closed' | 'article-many' }

const plain = (text: string) => text.normalize('NFKC').replace(/\s/gu, '').toLowerCase()
const WHOLE = new Set(['', '0', '全文', '整个草案', '全部', '整体', 'whole', 'all', 'general', '-'])
// Longer than any label with its title.
const WRITTEN_MOST = 500

/** The article a row means: its anchor, its label, or its number in the draft (5, 第5条, 第五条, Άρθρο 5). */
export function articleFinder(units: readonly Unit[]): (written: string) => Found {
  // Read once: a file has thousands of rows, a draft thousands of units.
  const [anchors, labels, numbers] = [new Map<string, Unit[]>(), new Map<string, Unit[]>(), new Map<string, Unit[]>()]
  const put = (map: Map<string, Unit[]>, key: string, unit: Unit) => {
    const known = map.get(key)
    if (known) known.push(unit)
    else map.set(key, [unit])
  }
  for (const unit of units) {
    const label = plain(unit.label)
    put(anchors, plain(unit.anchor), unit)
    for (const name of new Set([label, plain(unit.label + unit.title)])) put(labels, name, unit)
    const number = unit.commentable ? numberIn(label) : null
    if (number !== null) put(numbers, number, unit)
  }
  return (written) => {
    if (written.length > WRITTEN_MOST) return { ok: false, why: 'article' }
    const wanted = plain(written)
    if (WHOLE.has(wanted)) return { ok: true, id: null }
    const found = anchors.get(wanted) ?? labels.get(wanted) ?? numbers.get(numberIn(wanted) ?? '') ?? []
    const open = found.filter((unit) => unit.commentable)
    if (open.length === 1) return { ok: true, id: open[0]!.id }
    if (open.length > 1) return { ok: false, why: 'article-many' }
    return { ok: false, why: found.length > 0 ? 'article-closed' : 'article' }
  }
}

/** 5, 第5条, 第五条, article 5 → '5'; 第五条之一 → '5-1'. */
function numberIn(text: string): string | null {
  const chinese = /^第?([〇零一二三四五六七八九十百千两]+)[条條]?[、.]?(?:之([一二三四五六七八九十]+))?$/u.exec(text)
  if (chinese) return [chinese[1], chinese[2]].flatMap((part) => (part ? [chineseNumber(part)] : [])).join('-')
  return /^\D*?(\d+(?:\.\d+)*)\D{0,2}$/u.exec(text)?.[1] ?? null
}
