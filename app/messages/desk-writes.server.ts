import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { outbox } from '#db/schema/messages'
import type { Viewer } from '~/accounts/rules'
import { record } from '~/record/writes.server'
import { unseal } from '~/sealing.server'
import { endsCall, mayHandle, type CallOutcome } from './rules'
import { wake } from './wake'

type Row = typeof outbox.$inferSelect

/** The message under lock, if this person handles it. */
async function mine(tx: Tx, viewer: Viewer, id: number): Promise<Row | null> {
  const [row] = await tx.select().from(outbox).where(eq(outbox.id, id)).for('update')
  return row && mayHandle(viewer, row.departmentId) ? row : null
}

const act = (tx: Tx, viewer: Viewer, row: Row, what: string, facts: Record<string, unknown> = {}) =>
  record(tx, viewer, {
    act: what,
    subject: 'message',
    subjectId: row.id,
    departmentId: row.departmentId,
    facts: { template: row.template, way: row.way, ...facts },
  })

/** Shows a contact to the person who is about to phone, and leaves a line saying so. */
export const revealContact = (viewer: Viewer, id: number) =>
  transaction(async (tx) => {
    const row = await mine(tx, viewer, id)
    if (!row?.recipient || !row.params) return null
    await act(tx, viewer, row, 'message-contact-shown')
    return { address: unseal(row.recipient), params: JSON.parse(unseal(row.params)) as Record<string, unknown> }
  })

/** What came of a call. Whoever was not reached stays on the list; otherwise contact and content are forgotten. */
export const recordOutcome = (viewer: Viewer, id: number, outcome: CallOutcome): Promise<boolean> =>
  transaction(async (tx) => {
    const row = await mine(tx, viewer, id)
    if (!row?.recipient || row.deliveredAt || (row.way !== 'call' && !row.gaveUpAt)) return false
    const done = endsCall(outcome) ? { deliveredAt: sql`app_now()`, recipient: null, params: null } : {}
    await tx
      .update(outbox)
      .set({ outcome, calledBy: viewer.id, attempts: row.attempts + 1, ...done })
      .where(eq(outbox.id, id))
    await act(tx, viewer, row, 'message-call-made', { outcome })
    return true
  })

/** Puts a message that was given up back into the queue. */
export const retryMessage = (viewer: Viewer, id: number): Promise<boolean> =>
  transaction(async (tx) => {
    const row = await mine(tx, viewer, id)
    if (!row?.gaveUpAt || row.deliveredAt || !row.recipient) return false
    await tx
      .update(outbox)
      .set({ gaveUpAt: null, attempts: 0, createdAt: sql`app_now()`, dueAt: sql`app_now()` })
      .where(and(eq(outbox.id, id), isNotNull(outbox.gaveUpAt), isNull(outbox.deliveredAt)))
    await act(tx, viewer, row, 'message-sent-again')
    wake()
    return true
  })
