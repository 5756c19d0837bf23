import { eq, getTableColumns, sql } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { openDays } from '#db/schema/open-days'
import type { Viewer } from '~/accounts/rules'
import { mayEdit, type WhyNot } from '~/approval/rules'
import type { Decision } from '~/decision'
import { record } from '~/record/writes.server'

const now = sql<Date>`app_now()`.mapWith(openDays.createdAt)

/** Holds the open day until the transaction ends: what it consists of changes only behind this lock until it is published. */
export async function lockOpenDay(tx: Tx, id: number) {
  const [row] = await tx
    .select({ ...getTableColumns(openDays), now })
    .from(openDays)
    .where(eq(openDays.id, id))
    .for('update')
  if (!row) throw new Error(`no open day ${id}`)
  return row
}

export type LockedDay = Awaited<ReturnType<typeof lockOpenDay>>
type More = { why?: string; facts?: Record<string, unknown> }

export const leave = (tx: Tx, viewer: Viewer, day: Pick<LockedDay, 'id' | 'departmentId'>, act: string, more: More = {}) =>
  record(tx, viewer, { act, subject: 'open-day', subjectId: day.id, departmentId: day.departmentId, ...more })

/** One change to an open day that is being prepared: behind its lock, and only while it may be edited. */
export const preparing = <Done>(viewer: Viewer, id: number, change: (tx: Tx, day: LockedDay) => Promise<Done>) =>
  transaction(async (tx): Promise<Done | Extract<Decision<WhyNot>, { ok: false }>> => {
    const day = await lockOpenDay(tx, id)
    const decision = mayEdit(viewer, day)
    return decision.ok ? change(tx, day) : decision
  })
