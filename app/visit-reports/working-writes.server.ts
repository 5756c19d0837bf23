import { and, eq, isNull } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { visitReports } from '#db/schema/visit-reports'
import type { Viewer } from '~/accounts/rules'
import { lockOpenDay, type LockedDay } from '~/open-days/preparing-writes.server'
import { record } from '~/record/writes.server'
import { revisionsOf, stageNow } from './desk-reads.server'
import { mayWork, type WhyNotWork } from './rules'

export const inWorkOf = (openDayId: number) => and(eq(visitReports.openDayId, openDayId), isNull(visitReports.publishedAt))

type More = { why?: string; facts?: Record<string, unknown> }
export const leave = (tx: Tx, viewer: Viewer, { id, departmentId }: Pick<LockedDay, 'id' | 'departmentId'>, act: string, more: More = {}) =>
  record(tx, viewer, { act, subject: 'visit-report', subjectId: id, departmentId, ...more })

/** Behind the lock of its open day: the newest revision and the stage as they are now. */
export async function lockReport(tx: Tx, openDayId: number) {
  const day = await lockOpenDay(tx, openDayId)
  const [[last = null], stage] = await Promise.all([revisionsOf(openDayId, tx), stageNow(day, tx)])
  return { day: { ...day, stage }, last }
}

export type Working = { tx: Tx; day: Awaited<ReturnType<typeof lockReport>>['day']; revision: number }
type Refused = { ok: false; why: WhyNotWork }

/** One change to a report that is being written; the first one begins it. Whoever changed it last prepared it. */
export const working = <Done>(viewer: Viewer, openDayId: number, change: (at: Working) => Promise<Done>): Promise<Done | Refused> =>
  transaction(async (tx): Promise<Done | Refused> => {
    const { day, last } = await lockReport(tx, openDayId)
    const may = mayWork(viewer, day, last)
    if (!may.ok) return may
    const prepared = { preparedBy: viewer.id, preparedAt: day.now }
    if (last) await tx.update(visitReports).set(prepared).where(inWorkOf(openDayId))
    else await tx.insert(visitReports).values({ ...prepared, openDayId, revision: 1 })
    return change({ tx, day, revision: last?.revision ?? 1 })
  })
