import { eq, sql } from 'drizzle-orm'
import { transaction } from '#db/connection.server'
import { campaigns } from '#db/schema/open-days'
import type { Viewer } from '~/accounts/rules'
import { allowed, refused } from '~/decision'
import { record } from '~/record/writes.server'
import { mayManageCampaigns } from './rules'

type CampaignFields = Pick<typeof campaigns.$inferInsert, 'title' | 'lang' | 'summary' | 'startsOn' | 'endsOn' | 'reportWithinDays'>

export async function createCampaign(viewer: Viewer, fields: CampaignFields) {
  const decision = mayManageCampaigns(viewer)
  if (!decision.ok) return decision
  return transaction(async (tx) => {
    const [made] = await tx
      .insert(campaigns)
      .values({ ...fields, slug: crypto.randomUUID(), createdBy: viewer.id })
      .returning({ id: campaigns.id })
    const id = made!.id
    await tx
      .update(campaigns)
      .set({ slug: sql`extract(year from app_now())::text || '-' || ${id}::text` })
      .where(eq(campaigns.id, id))
    await record(tx, viewer, { act: 'campaign-created', subject: 'campaign', subjectId: id })
    return { ...allowed, id }
  })
}

export async function changeCampaign(viewer: Viewer, id: number, fields: CampaignFields) {
  const decision = mayManageCampaigns(viewer)
  if (!decision.ok) return decision
  return transaction(async (tx) => {
    const [before] = await tx.select().from(campaigns).where(eq(campaigns.id, id)).for('update')
    if (!before) return refused('gone')
    const changed = (Object.keys(fields) as (keyof CampaignFields)[]).filter((field) => String(fields[field]) !== String(before[field]))
    await tx.update(campaigns).set(fields).where(eq(campaigns.id, id))
    if (changed.length > 0)
      await record(tx, viewer, { act: 'campaign-changed', subject: 'campaign', subjectId: id, facts: { fields: changed } })
    return allowed
  })
}
