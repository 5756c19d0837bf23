import { and, eq, isNull, sql } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { moderations, objections } from '#db/schema/moderation'
import type { Viewer, WhyNotHere } from '~/accounts/rules'
import { receiptByCode } from '~/comments/reads.server'
import type { Language } from '~/i18n'
import { queueMessage } from '~/messages/writes.server'
import { record } from '~/record/writes.server'
import { authorOf, cleanAmong } from './reads.server'
import {
  mayAnswer,
  mayDecide,
  mayModerate,
  mayObject,
  type ModerationReason,
  type Visibility,
  type WhyNoObjection,
  type WhyNotDecide,
} from './rules'
import { maskLabels } from './words'

type Place = { consultationId: number; number: number }
type Author = NonNullable<Awaited<ReturnType<typeof authorOf>>>

export type Verdict = {
  visibility: Visibility
  reason: ModerationReason | ''
  note: string
  publicBody: string
  publicReplacement: string
  /** The decision the moderator saw; 0 when there was none. */
  seenVersion: number
  /** Why an earlier decision is changed. */
  why: string
}

export type Decided = { ok: true } | { ok: false; why: WhyNotDecide | WhyNotHere | 'unknown' }

/** The first decision on a comment, or a changed one; the version keeps two people from overwriting each other unseen. */
export async function decideComment(viewer: Viewer, place: Place, verdict: Verdict): Promise<Decided> {
  const author = await authorOf(place.consultationId, place.number)
  if (!author) return { ok: false, why: 'unknown' }
  const here = mayModerate(viewer, author.departmentId)
  if (!here.ok) return here
  return transaction(async (tx) => {
    const [current] = await tx.select().from(moderations).where(at(moderations, place)).for('update')
    const may = mayDecide(author, current ?? null, verdict, maskLabels)
    if (!may.ok) return may
    const kept = await keepVerdict(tx, viewer, place, verdict)
    if (!kept) return { ok: false, why: 'decided-meanwhile' }
    await recordVerdict(tx, viewer, place, author.departmentId, verdict, current?.visibility)
    if (verdict.visibility !== 'published') await tell(tx, author, 'moderated')
    return { ok: true }
  })
}

const at = (table: typeof moderations | typeof objections, { consultationId, number }: Place) =>
  and(eq(table.consultationId, consultationId), eq(table.number, number))

/** Two first decisions at once meet at the primary key: there was no row to lock. */
async function keepVerdict(
  tx: Tx,
  viewer: Viewer,
  place: Place,
  { visibility, reason, note, publicBody, publicReplacement, seenVersion }: Verdict,
) {
  const redacted = visibility === 'redacted'
  const values = {
    visibility,
    reason: visibility === 'published' ? '' : reason,
    note,
    publicBody: redacted ? publicBody : null,
    publicReplacement: redacted ? publicReplacement : null,
    decidedBy: viewer.id,
  }
  const rows =
    seenVersion === 0
      ? await tx
          .insert(moderations)
          .values({ ...place, ...values })
          .onConflictDoNothing()
          .returning({ version: moderations.version })
      : await tx
          .update(moderations)
          .set({ ...values, version: sql`${moderations.version} + 1`, decidedAt: sql`app_now()` })
          .where(at(moderations, place))
          .returning({ version: moderations.version })
  return rows.length > 0
}

const recordVerdict = (
  tx: Tx,
  viewer: Viewer,
  place: Place,
  departmentId: number,
  { visibility, reason, why, note }: Verdict,
  before?: Visibility,
) =>
  record(tx, viewer, {
    act: before ? 'comment-moderation-changed' : `comment-${visibility}`,
    subject: 'comment',
    subjectId: `${place.consultationId}/${place.number}`,
    departmentId,
    why: why || note,
    facts: { visibility, reason, before },
  })

async function tell(tx: Tx, { contact, title, code, lang, departmentId }: Author, template: 'moderated' | 'objection-answered') {
  if (contact) await queueMessage(tx, { to: contact, template, lang: lang as Language, params: { title, code }, departmentId })
}

/** Publishes those of the numbers in which nothing was pointed out; whatever was decided meanwhile stays as it is. */
export async function publishClean(
  viewer: Viewer,
  { id, departmentId }: { id: number; departmentId: number },
  numbers: number[],
): Promise<number> {
  if (!mayModerate(viewer, departmentId).ok) return 0
  const clean = await cleanAmong(id, numbers)
  if (clean.length === 0) return 0
  return transaction(async (tx) => {
    const rows = await tx
      .insert(moderations)
      .values(clean.map((number) => ({ consultationId: id, number, visibility: 'published' as const, decidedBy: viewer.id })))
      .onConflictDoNothing()
      .returning({ number: moderations.number })
    for (const { number } of rows) {
      await record(tx, viewer, {
        act: 'comment-published',
        subject: 'comment',
        subjectId: `${id}/${number}`,
        departmentId,
        facts: { visibility: 'published', together: rows.length },
      })
    }
    return rows.length
  })
}

export type Objected = { ok: true } | { ok: false; why: WhyNoObjection | 'unknown' }

/** The author's objection, by the receipt's code. The lock on the decision makes the second of two at once see the first. */
export async function objectByReceipt(typed: string, text: string): Promise<Objected> {
  const receipt = await receiptByCode(typed)
  if (!receipt) return { ok: false, why: 'unknown' }
  const place = { consultationId: receipt.consultationId, number: receipt.number }
  return transaction(async (tx) => {
    const [moderation] = await tx.select().from(moderations).where(at(moderations, place)).for('update')
    const open = await tx.$count(objections, and(at(objections, place), isNull(objections.answeredAt)))
    const may = mayObject(receipt, moderation?.visibility ?? null, open)
    if (!may.ok) return may
    await tx.insert(objections).values({ ...place, text, against: moderation!.decidedBy })
    return { ok: true }
  })
}

export type Answered = { ok: true } | { ok: false; why: WhyNotHere | 'own-decision' | 'answered' | 'unknown' | 'withdrawn' }
type Answer = { answer: string; publish: boolean }

/** Answers an objection. `publish` puts the comment before the public as it was written, in the same act. */
export async function answerObjection(viewer: Viewer, id: number, { answer, publish }: Answer): Promise<Answered> {
  return transaction(async (tx) => {
    const [objection] = await tx.select().from(objections).where(eq(objections.id, id)).for('update')
    const author = objection && (await authorOf(objection.consultationId, objection.number, tx))
    if (!author) return { ok: false, why: 'unknown' }
    const may = mayAnswer(viewer, author.departmentId, objection)
    if (!may.ok) return may
    const [moderation] = await tx.select().from(moderations).where(at(moderations, objection)).for('update')
    const changed = publish || moderation!.decidedAt > objection.madeAt
    if (publish && moderation!.visibility !== 'published') await publishAgain(tx, viewer, moderation!, author.departmentId, answer)
    await tx
      .update(objections)
      .set({ answer, outcome: changed ? 'changed' : 'kept', answeredAt: sql`app_now()`, answeredBy: viewer.id })
      .where(eq(objections.id, id))
    await record(tx, viewer, {
      act: 'objection-answered',
      subject: 'objection',
      subjectId: id,
      departmentId: author.departmentId,
      facts: { changed },
    })
    await tell(tx, author, 'objection-answered')
    return { ok: true }
  })
}

async function publishAgain(
  tx: Tx,
  viewer: Viewer,
  { consultationId, number, visibility, version }: Place & { visibility: Visibility; version: number },
  departmentId: number,
  why: string,
) {
  const verdict = {
    visibility: 'published',
    reason: '',
    note: '',
    publicBody: '',
    publicReplacement: '',
    seenVersion: version,
    why,
  } as const
  await keepVerdict(tx, viewer, { consultationId, number }, verdict)
  await recordVerdict(tx, viewer, { consultationId, number }, departmentId, verdict, visibility)
}
