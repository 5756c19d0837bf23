import { and, eq, like } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { comments } from '#db/schema/comments'
import type { Viewer } from '~/accounts/rules'
import { lockConsultation, takeCommentNumber } from '~/consultations/writes.server'
import { record } from '~/record/writes.server'
import { printOf, rowOf, type Consultation } from './row-writes.server'
import { importedNameMode, isLate, mayEnter, type Channel, type Stance, type WhyNotEnter } from './rules'

export type ImportRow = {
  articleId: number | null
  channel: Channel
  stance: Stance | null
  author: string
  body: string
  replacement: string
  lang: string
  receivedAt: Date
}
export type Import = { consultationId: number; viewer: Viewer; digest: string; rows: ImportRow[]; namesPublished?: boolean }
export type Imported = { ok: true; imported: number; already: number } | { ok: false; why: WhyNotEnter }

/** Comments gathered elsewhere, all or none. The same file again changes nothing. */
export async function importComments({ consultationId, viewer, digest, rows, namesPublished = false }: Import): Promise<Imported> {
  return transaction(async (tx) => {
    const consultation = await lockConsultation(tx, consultationId)
    if (!consultation) return { ok: false, why: 'not-published' }
    const instants = rows.map((row) => row.receivedAt).sort((a, b) => a.getTime() - b.getTime())
    for (const receivedAt of [instants.at(0), instants.at(-1)]) {
      const may = mayEnter(viewer, consultation, receivedAt ?? null, consultation.now)
      if (!may.ok) return may
    }
    const [known] = await tx
      .select({ number: comments.number })
      .from(comments)
      .where(and(eq(comments.consultationId, consultationId), like(comments.formKey, `import:${digest}:%`)))
      .limit(1)
    if (known) return { ok: true, imported: 0, already: rows.length }
    const nameMode = importedNameMode(consultation.nameMode, namesPublished)
    await keepImported(tx, { ...consultation, nameMode }, viewer, digest, rows)
    const facts = { rows: rows.length, digest, names: nameMode, namesPublished }
    await record(tx, viewer, {
      act: 'comments-imported',
      subject: 'consultation',
      subjectId: consultationId,
      departmentId: consultation.departmentId,
      facts,
    })
    return { ok: true, imported: rows.length, already: 0 }
  })
}

const AT_ONCE = 500

/** All numbers are taken at once and rows go in by the hundred: residents who comment meanwhile wait for this lock. */
async function keepImported(
  tx: Tx,
  consultation: Pick<Consultation, 'id' | 'closesAt' | 'nameMode'>,
  viewer: Viewer,
  digest: string,
  imported: ImportRow[],
) {
  if (imported.length === 0) return
  const { number: first } = await takeCommentNumber(tx, consultation.id, imported.length)
  const rows = imported.map(({ author, channel, receivedAt, ...said }, position) => {
    const { row } = rowOf({ ...said, name: author, contact: null }, consultation, first + position, author ? `label:${author}` : null)
    const late = isLate(consultation, receivedAt)
    return {
      ...row,
      channel,
      receivedAt,
      late,
      enteredBy: viewer.id,
      formKey: `import:${digest}:${position + 1}`,
      formPrint: printOf(said, author, channel),
    }
  })
  for (let at = 0; at < rows.length; at += AT_ONCE) await tx.insert(comments).values(rows.slice(at, at + AT_ONCE))
}
