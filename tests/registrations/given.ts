import { randomBytes, randomUUID } from 'node:crypto'
import { db } from '#db/connection.server'
import { openDays, quotas, slots } from '#db/schema/open-days'
import type { PlaceKind } from '~/open-days/rules'
import type { Registration } from '~/registrations/register-writes.server'
import { databaseNow } from '~/web/clock.server'
import { aDepartment, aViewer } from '../support/people'

const HOUR = 3_600_000
const DAY = 24 * HOUR

type Values = Partial<typeof openDays.$inferInsert> & { seats?: number; slots?: number; places?: Partial<Record<PlaceKind, number>> }

/** A published open day in ten days, first come, registration open; one slot of so many seats unless told otherwise. */
export async function anOpenDay({ seats = 20, slots: count = 1, places = {}, ...values }: Values = {}) {
  const now = await databaseNow()
  const department = await aDepartment()
  const staff = await aViewer('staff', department.id)
  const publisher = await aViewer('publisher', department.id)
  const [day] = await db
    .insert(openDays)
    .values({
      slug: `d-${randomUUID().slice(0, 8)}`,
      departmentId: department.id,
      title: '走进自来水厂',
      place: '自来水厂',
      whoMayCome: '全县居民',
      opensAt: new Date(now.getTime() - DAY),
      closesAt: new Date(now.getTime() + 8 * DAY),
      preparedBy: staff.id,
      submittedAt: now,
      submittedBy: staff.id,
      publishedAt: new Date(now.getTime() - DAY),
      publishedBy: publisher.id,
      ...values,
    })
    .returning()
  const made = await db
    .insert(slots)
    .values(
      Array.from({ length: count }, (_, index) => {
        const startsAt = new Date(now.getTime() + 10 * DAY + index * 2 * HOUR)
        const times = { arriveAt: new Date(startsAt.getTime() - HOUR / 2), startsAt, endsAt: new Date(startsAt.getTime() + HOUR) }
        return { openDayId: day!.id, position: index + 1, ...times }
      }),
    )
    .returning()
  const pools = await db
    .insert(quotas)
    .values(
      made.flatMap(({ id }) =>
        Object.entries({ seat: seats, ...places }).map(([kind, capacity]) => ({
          openDayId: day!.id,
          slotId: id,
          kind: kind as PlaceKind,
          capacity,
        })),
      ),
    )
    .returning()
  return { day: day!, slot: made[0]!, slots: made, pool: pools.find(({ kind }) => kind === 'seat')!, pools, department, staff, publisher }
}

export const aKey = () => randomBytes(16).toString('base64url')

let people = 0

/** A party of one whom nobody knows yet; only what matters to a test is named in it. */
export const aParty = (pool: { slotId: number; id: number }, values: Partial<Registration> = {}): Registration => ({
  slotId: pool.slotId,
  quotaId: pool.id,
  size: 1,
  wheelchairs: 0,
  interpreter: false,
  quiet: false,
  name: '王小明',
  contact: { kind: 'phone', address: `139${String(++people).padStart(8, '0')}` },
  answers: {},
  lang: 'zh-CN',
  photoConsent: null,
  formKey: aKey(),
  ...values,
})
