import { eq } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { articles, consultations } from '#db/schema/consultations'
import type { Viewer } from '~/accounts/rules'
import { allowed, refused } from '~/decision'
import { mergeWithPrevious, normaliseSource, relabel, splitAt, splitDraft, type Edit, type Unit } from '~/drafts/split'
import { isShredded, toRows, toUnits } from './draft'
import { DRAFT_CHARACTERS_MOST, mayEdit, UNITS_MOST } from './rules'
import { leave, locked } from './writes.server'

/** Cuts the text into units and keeps both; joined in order the units are the text, which the database checks again at commit. */
export async function importDraft(viewer: Viewer, id: number, draft: { text: string; name: string }) {
  const source = normaliseSource(draft.text)
  if (source.includes('\0') || !source.isWellFormed()) return refused('broken-text')
  if (source.length > DRAFT_CHARACTERS_MOST || isShredded(source)) return refused('draft-too-long')
  const units = splitDraft(source)
  if (units.length > UNITS_MOST) return refused('draft-too-long')
  return transaction(async (tx) => {
    const c = await locked(tx, id)
    const decision = mayEdit(viewer, c)
    if (!decision.ok) return decision
    await tx.update(consultations).set({ sourceText: source, sourceName: draft.name }).where(eq(consultations.id, id))
    await replaceUnits(tx, id, source, units)
    await leave(tx, viewer, c, 'draft-imported', { facts: { characters: source.length, units: units.length } })
    return { ...allowed, units: units.length }
  })
}

export type Correction = Edit

/** Merges, cuts or renames units as staff see them; the text itself cannot change here. */
export async function correctDraft(viewer: Viewer, id: number, correction: Correction) {
  return transaction(async (tx) => {
    const c = await locked(tx, id)
    const decision = mayEdit(viewer, c)
    if (!decision.ok) return decision
    const [{ source }] = (await tx.select({ source: consultations.sourceText }).from(consultations).where(eq(consultations.id, id))) as [
      { source: string },
    ]
    const before = toUnits(await tx.select().from(articles).where(eq(articles.consultationId, id)).orderBy(articles.position))
    if (!before.some((unit) => unit.anchor === correction.anchor)) return refused('no-such-unit')
    await replaceUnits(tx, id, source, corrected(before, correction))
    await leave(tx, viewer, c, 'draft-corrected', { facts: { do: correction.do, unit: correction.anchor } })
    return allowed
  })
}

function corrected(units: Unit[], edit: Edit): Unit[] {
  if (edit.do === 'merge') return mergeWithPrevious(units, edit.anchor)
  return edit.do === 'split' ? splitAt(units, edit.anchor, edit.offset) : relabel(units, edit.anchor, edit.heading)
}

async function replaceUnits(tx: Tx, id: number, source: string, units: Unit[]) {
  if (units.map((unit) => unit.text).join('') !== source) throw new Error('the units do not join to the draft')
  await tx.delete(articles).where(eq(articles.consultationId, id))
  const rows = toRows(id, units)
  for (let at = 0; at < rows.length; at += 500) await tx.insert(articles).values(rows.slice(at, at + 500))
}
