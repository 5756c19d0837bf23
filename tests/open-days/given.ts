import { aDepartment, aViewer } from '../support/people'
import { addSlot } from '~/open-days/parts-writes.server'
import { createOpenDay, requestApproval, saveNotice } from '~/open-days/writes.server'
import { databaseNow } from '~/web/clock.server'

export const DAY = 86_400_000
const HOUR = DAY / 24

export const aNotice = async (values: object = {}) => {
  const now = (await databaseNow()).getTime()
  return {
    title: '走进自来水厂',
    lang: 'zh-CN',
    campaignId: null,
    consultationId: null,
    summary: '看一杯水怎样变干净。',
    agenda: '签到\n参观沉淀池\n座谈',
    place: '县自来水厂',
    access: '公交1路。',
    whoMayCome: '全县居民',
    otherWays: '',
    houseRules: '',
    choosing: 'first-come' as const,
    choosingRule: '',
    opensAt: new Date(now + DAY),
    closesAt: new Date(now + 8 * DAY),
    partyMost: 4,
    asksPhotoConsent: false,
    asksIdentity: false,
    identityWhy: '',
    asksBirthDate: false,
    birthDateWhy: '',
    asksPlate: false,
    plateWhy: '',
    detailsDays: 1,
    keptDays: 30,
    offerHours: 24,
    contactPerson: '李工',
    contactPhone: '0000-6120000',
    contactEmail: '',
    ...values,
  }
}

export const aSlot = async (days = 10) => {
  const startsAt = new Date((await databaseNow()).getTime() + days * DAY)
  return {
    name: '',
    place: '',
    gate: '',
    arriveAt: new Date(startsAt.getTime() - HOUR / 2),
    startsAt,
    endsAt: new Date(startsAt.getTime() + HOUR),
  }
}

export const seats = (capacity: number, groupId: number | null = null) => ({ groupId, kind: 'seat' as const, capacity })

/** Staff who prepare and a publisher who approves, in one department. */
export async function anOffice() {
  const department = await aDepartment()
  const [staff, publisher] = [await aViewer('staff', department.id), await aViewer('publisher', department.id)]
  return { department, staff, publisher }
}

export type Office = Awaited<ReturnType<typeof anOffice>>

export async function aPrepared({ staff }: Pick<Office, 'staff'>, notice: object = {}, slots = 1): Promise<number> {
  const made = await createOpenDay(staff, { title: '待定', campaignId: null })
  if (!made.ok) throw new Error(made.why)
  await saveNotice(staff, made.id, await aNotice(notice))
  for (let i = 0; i < slots; i++) await addSlot(staff, made.id, await aSlot(10 + i), [seats(20)])
  return made.id
}

export async function aSubmitted(office: Office, notice: object = {}): Promise<number> {
  const id = await aPrepared(office, notice)
  const asked = await requestApproval(office.staff, id)
  if (!asked.ok) throw new Error(JSON.stringify(asked))
  return id
}
