import { eq } from 'drizzle-orm'
import { db } from '#db/connection.server'
import { draws } from '#db/schema/draws'
import { enterDrawnValue, freezeEntries } from '~/draws/writes.server'
import { registerParty, type Registration } from '~/registrations/register-writes.server'
import { setClock } from '../support/database'
import { atTheKeyboard } from '../support/people'
import { anOpenDay, aParty } from '../registrations/given'

export const VALUE = '9319\n2 5 12 8 10'
export const REFERENCE = '省福利彩票网站第2026150期公告'

/** An open day with a draw whose source is named: it speaks a day after registration closes. */
export async function aDrawDay(values: Parameters<typeof anOpenDay>[0] = {}) {
  const made = await anOpenDay({ choosing: 'draw', seats: 3, ...values })
  const speaksAt = new Date(made.day.closesAt!.getTime() + 24 * 3_600_000)
  await db.insert(draws).values({ openDayId: made.day.id, source: '双色球第2026150期', speaksAt, namedBy: made.staff.id })
  return { ...made, id: made.day.id, speaksAt, seats: made.pools.filter(({ kind }) => kind === 'seat') }
}

type DrawDay = Awaited<ReturnType<typeof aDrawDay>>

/** One after the other, so that they are numbered in this order. */
export async function applied(pool: DrawDay['pool'], parties: Partial<Registration>[]) {
  const codes: string[] = []
  for (const party of parties) {
    const done = await registerParty(aParty(pool, party))
    if (!done.ok) throw new Error(done.why)
    codes.push(done.code)
  }
  return codes
}

export const closed = ({ day }: DrawDay) => setClock(new Date(day.closesAt!.getTime() + 1_000))
export const spoken = ({ speaksAt }: DrawDay) => setClock(new Date(speaksAt.getTime() + 1_000))

export async function frozen(given: DrawDay) {
  await closed(given)
  const may = await freezeEntries(given.id)
  if (!may.ok) throw new Error(may.why)
}

export async function drawn(given: DrawDay, value = VALUE) {
  await spoken(given)
  return enterDrawnValue(await atTheKeyboard(given.staff), given.id, { value, reference: REFERENCE })
}

export const drawOf = async (id: number) => (await db.select().from(draws).where(eq(draws.openDayId, id)))[0]!
