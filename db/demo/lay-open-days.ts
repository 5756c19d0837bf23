import { eq, sql } from 'drizzle-orm'
import { consultations } from '#db/schema/consultations'
import { draws } from '#db/schema/draws'
import { campaigns, openDayQuestions, openDays, quotas, slots } from '#db/schema/open-days'
import { registrations } from '#db/schema/registrations'
import { addDays, dayOf } from '~/calendar/periods'
import { fits, count } from '~/registrations/rules'
import { lookupKey, newCode, seal } from '~/sealing.server'
import { layDetails } from './lay-details'
import { layGroups, layInvitations, type Groups } from './lay-invitations'
import { layVisitReports } from './lay-visit-reports'
import { note, type Actor, type Laying } from './laying'
import { demoCampaign, demoOpenDays, type DemoOpenDay, type DemoSlot } from './open-days'
import { demoCounty, demoDepartments, demoPeople, type PersonKey } from './people'

export const demoDaySlugs = demoOpenDays.map(({ slug }) => slug)

/** The open month of the demo county: upcoming, full with people waiting, in the draw, today, over, and not yet open. */
export async function layOpenDays(laying: Laying) {
  const today = dayOf(laying.now, demoCounty.zone)
  const { slug, title, summary, starts, ends } = demoCampaign
  const [campaign] = await laying.tx
    .insert(campaigns)
    .values({
      ...{ slug, title, summary, startsOn: addDays(today, starts), endsOn: addDays(today, ends) },
      createdBy: laying.person('administrator').id,
    })
    .onConflictDoUpdate({ target: campaigns.slug, set: { startsOn: addDays(today, starts), endsOn: addDays(today, ends) } })
    .returning({ id: campaigns.id })
  for (const content of demoOpenDays) await layOpenDay(laying, content, campaign!.id)
  await layVisitReports(laying)
}

async function layOpenDay(laying: Laying, content: DemoOpenDay, campaignId: number) {
  const { tx, at } = laying
  const { slug, title, summary, agenda, place, access, whoMayCome, houseRules, choosing, choosingRule = '', person, asks } = content
  const departmentId = laying.department(content.department)
  const staff = staffOf(laying, content.department)
  const publisher = laying.person('publisher')
  const [about] = content.about
    ? await tx.select({ id: consultations.id }).from(consultations).where(eq(consultations.slug, content.about))
    : []
  const [day] = await tx
    .insert(openDays)
    .values({
      consultationId: about?.id,
      ...{ slug, title, summary, agenda, place, access, whoMayCome, houseRules, choosing, choosingRule, campaignId, departmentId },
      ...{
        opensAt: at(content.opens),
        closesAt: at(content.closes),
        contactPerson: person,
        contactPhone: demoDepartments[content.department].phone,
      },
      ...{ createdAt: at(content.created), preparedBy: staff.id, submittedAt: at(content.created), submittedBy: staff.id },
      ...(asks ? { asksIdentity: true, identityWhy: asks.identityWhy, asksPlate: true, plateWhy: asks.plateWhy } : {}),
      ...{ publishedAt: at(content.published!), publishedBy: publisher.id, otherWays: '也可以打电话或到窗口报名，由工作人员代录。' },
    })
    .returning()
  if (content.question) await tx.insert(openDayQuestions).values({ openDayId: day!.id, position: 1, label: content.question, kind: 'line' })
  const groups = await layGroups(laying, day!.id, content)
  for (const [position, slot] of content.slots.entries()) await laySlot(laying, day!, content, slot, groups, position + 1)
  const act = (moment: Date, actor: Actor, name: string, subject = 'open-day', facts?: Record<string, unknown>) =>
    note(laying, moment, actor, { act: name, subject, subjectId: day!.id, departmentId, facts })
  act(at(content.created), staff, 'open-day-created')
  if (content.draw) {
    const speaksAt = at(content.draw.speaks)
    await tx
      .insert(draws)
      .values({ openDayId: day!.id, source: content.draw.source, speaksAt, namedBy: staff.id, namedAt: at(content.created) })
    act(at(content.created), staff, 'draw-source-named', 'draw', { speaksAt: speaksAt.toISOString() })
  }
  act(at(content.published!), publisher, 'open-day-published')
  await layInvitations(laying, day!, content, groups, staff)
}

const staffOf = (laying: Laying, department: string): Actor =>
  laying.person(
    (Object.keys(demoPeople) as PersonKey[]).find((key) => demoPeople[key].department === department && demoPeople[key].role === 'staff')!,
  )

async function laySlot(
  { tx, at }: Laying,
  day: typeof openDays.$inferSelect,
  { choosing, cancelled, opens, asks }: DemoOpenDay,
  content: DemoSlot,
  groups: Groups,
  position: number,
) {
  const { name, arrive, starts, ends, parties } = content
  const times = { arriveAt: at(arrive), startsAt: at(starts), endsAt: at(ends) }
  const [slot] = await tx
    .insert(slots)
    .values({ openDayId: day.id, position, name, gate: '正门', ...times, lastNumber: parties.length })
    .returning()
  const pools = await tx
    .insert(quotas)
    .values(placesOf(content, groups).map((each) => ({ openDayId: day.id, slotId: slot!.id, ...each })))
    .returning()
  if (parties.length === 0) return
  const seat = pools[0]!
  const rows = parties.map((size, index) => {
    const party = { size, wheelchairs: 0, interpreter: false, quiet: false }
    const state = choosing === 'draw' ? 'applied' : fits(pools, seat.id, party) ? 'confirmed' : 'waiting'
    if (state === 'confirmed') count(pools, seat.id, party)
    return registrationRow(day, slot!, seat.id, index + 1, size, state, new Date(at(opens).getTime() + (index + 1) * 47 * 60_000))
  })
  const gone = cancelled?.slot === position - 1 ? rows[cancelled.number - 1]! : undefined
  if (gone) {
    Object.assign(gone, { state: 'cancelled', endedBy: 'visitor' })
    const next = rows.find((row) => row.state === 'waiting' && row.size <= gone.size)
    if (next) Object.assign(next, { state: 'offered' })
    seat.taken += (next?.size ?? 0) - gone.size
  }
  const made = await tx.insert(registrations).values(rows).returning()
  if (asks) await layDetails(tx, made.filter(({ state }) => state === 'confirmed').slice(0, asks.told))
  await tx.execute(sql`update quotas set taken = ${seat.taken} where id = ${seat.id}`)
}

const placesOf = ({ seats, invited = 0, wheelchair = 0 }: DemoSlot, groups: Groups) =>
  [
    { kind: 'seat' as const, groupId: groups?.everyone ?? null, capacity: seats },
    { kind: 'seat' as const, groupId: groups?.invited ?? null, capacity: invited },
    { kind: 'wheelchair' as const, groupId: null, capacity: wheelchair },
  ].filter(({ capacity }) => capacity > 0)

const names = ['方知夏', '江晚晴', '陆以宁', '何青山', '苏小溪', '白守田', '田禾', '石磊', '林远', '叶知秋', '唐果', '孟春']

function registrationRow(
  day: typeof openDays.$inferSelect,
  slot: typeof slots.$inferSelect,
  quotaId: number,
  number: number,
  size: number,
  state: 'applied' | 'confirmed' | 'waiting',
  createdAt: Date,
): typeof registrations.$inferInsert {
  const code = newCode()
  const phone = `1380001${String(slot.id % 100).padStart(2, '0')}${String(number).padStart(2, '0')}`
  return {
    ...{ openDayId: day.id, slotId: slot.id, quotaId, number, size, state, rank: number, createdAt, stateAt: createdAt, toldAt: createdAt },
    ...{ name: seal(names[(slot.id + number) % names.length]!), contact: seal(phone), contactKind: 'phone', lang: 'zh-CN' },
    ...{ personKey: lookupKey(`visitor:${day.id}`, `phone:${phone}`), houseRulesVersion: 1, slotVersion: 1 },
    ...{ codeKey: lookupKey('registration', code), codeSealed: seal(code), formKey: `demo:${slot.id}:${number}`, formPrint: '' },
  }
}
