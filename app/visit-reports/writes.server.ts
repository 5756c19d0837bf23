import { sql } from 'drizzle-orm'
import { transaction } from '#db/connection.server'
import { visitReports } from '#db/schema/visit-reports'
import type { Viewer } from '~/accounts/rules'
import { mayDecide, mayPublish, maySubmit } from '~/approval/rules'
import { allowed } from '~/decision'
import { lockSlotsOf } from '~/open-days/places-writes.server'
import { candidateFor } from './candidate-reads.server'
import { materialOf, preparersOf } from './desk-reads.server'
import { hasReport, mayContinue, workOf } from './rules'
import { inWorkOf, leave, lockReport } from './working-writes.server'

/** To the publisher's table; from now on the report rests, so that what is approved is what was read. */
export const submitReport = (viewer: Viewer, openDayId: number) =>
  transaction(async (tx) => {
    const { day, last } = await lockReport(tx, openDayId)
    const has = hasReport(day)
    if (!has.ok) return has
    const { missing } = await materialOf(day, tx)
    const may = maySubmit(viewer, workOf(day, last), missing)
    if (!may.ok) return { ...may, missing }
    await tx.update(visitReports).set({ submittedAt: day.now, submittedBy: viewer.id, returnedWhy: null }).where(inWorkOf(openDayId))
    await leave(tx, viewer, day, 'visit-report-submitted', { facts: { revision: last!.revision } })
    return allowed
  })

/**
 * With day and slots held the figures are counted once more, and what is allowed out is frozen. A slot cannot be moved
 * to a later hour between the question whether the day is over and the answer.
 */
export const publishReport = (viewer: Viewer, openDayId: number) =>
  transaction(async (tx) => {
    await lockSlotsOf(tx, openDayId)
    const { day, last } = await lockReport(tx, openDayId)
    const material = await materialOf(day, tx)
    const { missing } = material
    const may = mayPublish(viewer, workOf(day, last), { preparers: await preparersOf(openDayId, tx), missing, now: day.now })
    if (!may.ok) return { ...may, missing }
    const document = await candidateFor(day, material, tx)
    await tx
      .update(visitReports)
      .set({ publishedAt: day.now, publishedBy: viewer.id, document: sql`${JSON.stringify(document)}::jsonb` })
      .where(inWorkOf(openDayId))
    await leave(tx, viewer, day, 'visit-report-published', { why: last!.why, facts: { revision: last!.revision } })
    return { ...allowed, revision: last!.revision }
  })

export const returnReport = (viewer: Viewer, openDayId: number, why: string) =>
  transaction(async (tx) => {
    const { day, last } = await lockReport(tx, openDayId)
    const may = mayDecide(viewer, workOf(day, last), await preparersOf(openDayId, tx))
    if (!may.ok) return may
    await tx.update(visitReports).set({ submittedAt: null, submittedBy: null, returnedWhy: why }).where(inWorkOf(openDayId))
    await leave(tx, viewer, day, 'visit-report-returned', { why, facts: { revision: last!.revision } })
    return allowed
  })

/** A later revision: a correction, or news of what was in hand. The published one stays readable. */
export const continueReport = (viewer: Viewer, openDayId: number, why: string) =>
  transaction(async (tx) => {
    const { day, last } = await lockReport(tx, openDayId)
    const may = mayContinue(viewer, day, last)
    if (!may.ok) return may
    const revision = last!.revision + 1
    await tx.insert(visitReports).values({ openDayId, revision, happened: last!.happened, why, preparedBy: viewer.id })
    await leave(tx, viewer, day, 'visit-report-continued', { why, facts: { revision } })
    return { ...allowed, revision }
  })
