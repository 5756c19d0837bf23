import { eq, sql } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { campaigns, openDays } from '#db/schema/open-days'
import type { Viewer } from '~/accounts/rules'
import { effectiveOpening, mayDecide, mayPrepare, mayPublish, maySubmit } from '~/approval/rules'
import { consultationForDesk } from '~/consultations/reads.server'
import { allowed, refused } from '~/decision'
import { lacksOf, plannedFor, preparersOf } from './desk-reads.server'
import { leave, lockOpenDay, preparing, type LockedDay } from './preparing-writes.server'

export async function createOpenDay(viewer: Viewer, { title, campaignId }: { title: string; campaignId: number | null }) {
  const decision = mayPrepare(viewer)
  if (!decision.ok) return decision
  return transaction(async (tx) => {
    if (!(await isCampaign(tx, campaignId))) return refused('no-such-campaign')
    const departmentId = viewer.departmentId!
    const [made] = await tx
      .insert(openDays)
      .values({ slug: crypto.randomUUID(), departmentId, title, campaignId, preparedBy: viewer.id })
      .returning({ id: openDays.id })
    const id = made!.id
    // A short address that can be read out: year and number.
    await tx
      .update(openDays)
      .set({ slug: sql`extract(year from app_now())::text || '-' || ${id}::text` })
      .where(eq(openDays.id, id))
    await leave(tx, viewer, { id, departmentId }, 'open-day-created')
    return { ...allowed, id }
  })
}

const isCampaign = async (tx: Tx, id: number | null) => id === null || (await tx.$count(campaigns, eq(campaigns.id, id))) === 1

type NoticeFields = Pick<
  typeof openDays.$inferInsert,
  | 'title'
  | 'lang'
  | 'campaignId'
  | 'consultationId'
  | 'summary'
  | 'agenda'
  | 'place'
  | 'access'
  | 'whoMayCome'
  | 'otherWays'
  | 'houseRules'
  | 'choosing'
  | 'choosingRule'
  | 'opensAt'
  | 'closesAt'
  | 'partyMost'
  | 'asksPhotoConsent'
  | 'asksIdentity'
  | 'identityWhy'
  | 'asksBirthDate'
  | 'birthDateWhy'
  | 'asksPlate'
  | 'plateWhy'
  | 'detailsDays'
  | 'keptDays'
  | 'offerHours'
  | 'contactPerson'
  | 'contactPhone'
  | 'contactEmail'
>

/** A linked consultation has to be out, and of this person's reach: the page of the day leads there. */
export async function saveNotice(viewer: Viewer, id: number, notice: NoticeFields) {
  const linked = notice.consultationId ? await consultationForDesk(notice.consultationId, viewer) : null
  return preparing(viewer, id, async (tx, day) => {
    if (!(await isCampaign(tx, notice.campaignId ?? null))) return refused('no-such-campaign')
    if (notice.consultationId && (!linked?.publishedAt || linked.departmentId !== day.departmentId)) return refused('no-such-consultation')
    const fields = (Object.keys(notice) as (keyof NoticeFields)[]).filter((field) => String(notice[field]) !== String(day[field]))
    await tx.update(openDays).set(notice).where(eq(openDays.id, id))
    if (fields.length > 0) await leave(tx, viewer, day, 'notice-changed', { facts: { fields } })
    return allowed
  })
}

/** What the day lacks, read under the lock. */
const missing = async (tx: Tx, day: LockedDay) => lacksOf(day, await plannedFor(day.id, tx), tx)

export async function requestApproval(viewer: Viewer, id: number) {
  return transaction(async (tx) => {
    const day = await lockOpenDay(tx, id)
    const lacks = await missing(tx, day)
    const decision = maySubmit(viewer, day, lacks)
    if (!decision.ok) return { ...decision, missing: lacks }
    await tx
      .update(openDays)
      .set({ submittedAt: sql`app_now()`, submittedBy: viewer.id, returnedWhy: null })
      .where(eq(openDays.id, id))
    await leave(tx, viewer, day, 'approval-requested')
    return allowed
  })
}

/** Goes out under the lock: of two publishers at once the second is told that it is out already. */
export async function publishOpenDay(viewer: Viewer, id: number) {
  return transaction(async (tx) => {
    const day = await lockOpenDay(tx, id)
    const lacks = await missing(tx, day)
    const decision = mayPublish(viewer, day, { preparers: await preparersOf(id, tx), missing: lacks, now: day.now })
    if (!decision.ok) return { ...decision, missing: lacks }
    const opensAt = effectiveOpening(day.opensAt!, day.now)
    await tx.update(openDays).set({ publishedAt: day.now, publishedBy: viewer.id, opensAt }).where(eq(openDays.id, id))
    await leave(tx, viewer, day, 'open-day-published', { facts: { opensAt, closesAt: day.closesAt } })
    return allowed
  })
}

export async function returnOpenDay(viewer: Viewer, id: number, why: string) {
  return transaction(async (tx) => {
    const day = await lockOpenDay(tx, id)
    const decision = mayDecide(viewer, day, await preparersOf(id, tx))
    if (!decision.ok) return decision
    await tx.update(openDays).set({ submittedAt: null, submittedBy: null, returnedWhy: why }).where(eq(openDays.id, id))
    await leave(tx, viewer, day, 'open-day-returned', { why })
    return allowed
  })
}
