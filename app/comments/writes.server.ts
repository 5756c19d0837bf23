import { and, eq, gt, isNotNull, sql } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { comments } from '#db/schema/comments'
import type { Viewer } from '~/accounts/rules'
import { lockConsultation, takeCommentNumber } from '~/consultations/writes.server'
import type { Language } from '~/i18n'
import { queueMessage } from '~/messages/writes.server'
import { record } from '~/record/writes.server'
import { lookupKey, readCode, unseal } from '~/sealing.server'
import { notBefore } from '~/web/not-before.server'
import { dropChecked } from './checked-writes.server'
import { accountContact, earlierSubmission } from './form-reads.server'
import { receiptCodesOf } from './reads.server'
import { orUndone, printOf, rowOf, type Consultation, type Made, type Said } from './row-writes.server'
import {
  isLate,
  mayComment,
  mayEnter,
  maySettle,
  mayWithdraw,
  RECEIPT_PAUSE_MINUTES,
  type Channel,
  type Contact,
  type Fate,
  type WhyNotComment,
  type WhyNotEnter,
  type WhyNotSettle,
  type WhyNotWithdraw,
} from './rules'

export type Submission = Said & { consultationId: number; viewer: Viewer | null; lang: Language; formKey: string }
export type Submitted = { ok: true; number: number; code: string } | { ok: false; why: WhyNotComment | 'other-body' }

/** Who repeats a form word for word is given its receipt; with other words, nothing of the first sender is shown. */
async function orEarlier<Refusal>(refusal: Refusal, formKey: string, formPrint: string) {
  const earlier = await earlierSubmission(formKey)
  if (!earlier) return refusal
  return earlier.print === formPrint
    ? ({ ok: true, number: earlier.number, code: earlier.code } as const)
    : ({ ok: false, why: 'other-body' } as const)
}

/** A resident's comment. The same form sent again, also after the close, answers with the receipt it had. */
export async function submitComment({ consultationId, viewer, formKey, ...said }: Submission): Promise<Submitted> {
  const formPrint = printOf(consultationId, said.articleId, said.stance, said.body, said.replacement, said.name, said.contact?.address)
  const contact = said.contact ?? (viewer && (await accountContact(viewer.id)))
  const fresh = await orUndone<Submitted>(async (tx) => {
    const { number, consultation, now } = await takeCommentNumber(tx, consultationId)
    const may = mayComment(consultation, viewer, { contact }, now)
    if (!may.ok) return may
    const made = rowOf({ ...said, contact }, consultation, number, contact?.address ?? viewer?.id ?? null)
    const { code, row } = made
    const receiptWay = await tellReceipt(tx, consultation, made, contact, said.lang)
    const kept = await tx
      .insert(comments)
      .values({ ...row, receiptWay, formKey, formPrint, accountId: viewer?.id })
      .onConflictDoNothing({ target: comments.formKey })
      .returning({ number: comments.number })
    if (kept.length === 0) return { ok: false, why: 'other-body' }
    await dropChecked(tx, { id: consultationId, about: said.articleId === null ? null : { id: said.articleId } }, formKey)
    return { ok: true, number, code }
  })
  return fresh.ok ? fresh : orEarlier(fresh, formKey, formPrint)
}

/**
 * The receipt on its way to the contact, and how; null when there is none, or when one went there a moment ago: a
 * stranger's number is typed in as easily as one's own.
 */
async function tellReceipt(tx: Tx, { title, departmentId }: Consultation, { code, row }: Made, to: Contact | null, lang: Language) {
  if (!to) return null
  const [told] = await tx
    .select({ number: comments.number })
    .from(comments)
    .where(
      and(
        eq(comments.authorKey, row.authorKey!),
        isNotNull(comments.receiptWay),
        gt(comments.enteredAt, sql`app_now() - ${RECEIPT_PAUSE_MINUTES} * interval '1 minute'`),
      ),
    )
    .limit(1)
  return told ? null : queueMessage(tx, { to, template: 'receipt', lang, params: { title, code }, departmentId })
}

/** The codes of everything sent with a contact, to that contact and nobody else; the time tells nobody whether there were any. */
export const sendReceipts = (to: Contact, lang: Language) => notBefore(400, sendFound(to, lang))

async function sendFound(to: Contact, lang: Language) {
  const codes = await receiptCodesOf(to)
  if (codes.length > 0) await transaction((tx) => queueMessage(tx, { to, template: 'receipts-found', lang, params: { codes } }))
}

export type Withdrawn = { ok: true } | { ok: false; why: WhyNotWithdraw | 'unknown' }

/** Consultation first, then comment, as every verb locks them: a withdrawal at the close is before it or refused. */
export async function withdrawComment(typed: string): Promise<Withdrawn> {
  const code = readCode(typed)
  if (!code) return { ok: false, why: 'unknown' }
  const mine = eq(comments.receiptKey, lookupKey('receipt', code))
  return transaction(async (tx) => {
    const [found] = await tx.select({ consultationId: comments.consultationId }).from(comments).where(mine)
    const consultation = found && (await lockConsultation(tx, found.consultationId))
    if (!consultation) return { ok: false, why: 'unknown' }
    const [comment] = await tx.select().from(comments).where(mine).for('update')
    const may = mayWithdraw(consultation, comment!, consultation.now)
    if (!may.ok) return may
    await tx.update(comments).set({ withdrawnAt: consultation.now, fate: 'withdrawn' }).where(mine)
    await traceWithdrawal(tx, consultation, comment!)
    return { ok: true }
  })
}

/** A code is all it takes, and colleagues who phone read codes out: the act stays visible, and its author hears of it. */
async function traceWithdrawal(tx: Tx, consultation: Consultation, { number, contact, contactKind, lang }: typeof comments.$inferSelect) {
  const { id, title, departmentId, contactPhone, contactEmail } = consultation
  await record(tx, 'author', { act: 'comment-withdrawn', subject: 'comment', subjectId: `${id}/${number}`, departmentId })
  if (!contact) return
  await queueMessage(tx, {
    to: { kind: contactKind!, address: unseal(contact) },
    template: 'comment-withdrawn',
    lang: lang === 'en' ? 'en' : 'zh-CN',
    params: { title, ask: contactPhone || contactEmail },
    departmentId,
  })
}

export type Entry = Said & {
  consultationId: number
  viewer: Viewer
  channel: Channel
  openDayId?: number | null
  receivedAt: Date
  formKey: string
}
export type Entered = { ok: true; number: number; code: string } | { ok: false; why: WhyNotEnter | 'other-body' }

/** Clerk's entry 代录: paper, telephone, counter. */
export async function enterComment({ consultationId, viewer, formKey, ...said }: Entry): Promise<Entered> {
  const { receivedAt, channel, openDayId = null, contact } = said
  const formPrint = printOf(
    consultationId,
    said.articleId,
    said.stance,
    said.body,
    said.replacement,
    said.name,
    contact?.address,
    channel,
    receivedAt,
    ...(openDayId === null ? [] : [openDayId]),
  )
  const fresh = await orUndone<Entered>(async (tx) => {
    const { number, consultation, now } = await takeCommentNumber(tx, consultationId)
    const may = mayEnter(viewer, consultation, receivedAt, now)
    if (!may.ok) return may
    const made = rowOf(said, consultation, number, contact?.address ?? null)
    const { code, row } = made
    const receiptWay = await tellReceipt(tx, consultation, made, contact, said.lang === 'en' ? 'en' : 'zh-CN')
    const kept = await tx
      .insert(comments)
      .values({
        ...row,
        channel,
        openDayId,
        receivedAt,
        late: isLate(consultation, receivedAt),
        enteredBy: viewer.id,
        receiptWay,
        formKey,
        formPrint,
      })
      .onConflictDoNothing({ target: comments.formKey })
      .returning({ number: comments.number })
    if (kept.length === 0) return { ok: false, why: 'other-body' }
    await record(tx, viewer, {
      act: 'comment-entered',
      subject: 'comment',
      subjectId: `${consultationId}/${number}`,
      departmentId: consultation.departmentId,
      facts: { channel, openDay: openDayId },
    })
    return { ok: true, number, code }
  })
  return fresh.ok ? fresh : orEarlier(fresh, formKey, formPrint)
}

export type Settled = { ok: true } | { ok: false; why: WhyNotSettle | 'unknown' }

/** Where a comment ends, for the balance. The foreign keys on (consultation, number, fate) stand behind this rule. */
export async function settleComment(
  tx: Tx,
  { consultationId, number, fate }: { consultationId: number; number: number; fate: Fate | null },
): Promise<Settled> {
  const one = and(eq(comments.consultationId, consultationId), eq(comments.number, number))
  const [comment] = await tx.select({ fate: comments.fate }).from(comments).where(one).for('update')
  if (!comment) return { ok: false, why: 'unknown' }
  const may = maySettle(comment, fate)
  if (!may.ok) return may
  if (comment.fate !== fate) await tx.update(comments).set({ fate }).where(one)
  return { ok: true }
}
