import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db, transaction } from '#db/connection.server'
import { draws } from '#db/schema/draws'
import { outbox } from '#db/schema/messages'
import { openDays, quotas } from '#db/schema/open-days'
import { record } from '#db/schema/record'
import { registrations } from '#db/schema/registrations'
import { linesOf } from '~/draws/entries'
import { entriesOf } from '~/draws/reads.server'
import { keyOf, orderOf } from '~/draws/rfc3797'
import { mayEnterValue } from '~/draws/rules'
import { enterDrawnValue, freezeDue, freezeEntries, hashOf, nameSource } from '~/draws/writes.server'
import { lockSlot } from '~/open-days/places-writes.server'
import { registerParty } from '~/registrations/register-writes.server'
import { cancelRegistration, changeParty } from '~/registrations/writes.server'
import { databaseNow } from '~/web/clock.server'
import { setClock, useDatabase } from '../support/database'
import { aDepartment, atTheKeyboard, aViewer } from '../support/people'
import { anOpenDay, aParty } from '../registrations/given'
import { aDrawDay, applied, closed, drawn, drawOf, frozen, spoken, VALUE } from './given'

useDatabase()

const one = { size: 1, wheelchairs: 0, interpreter: false, quiet: false }
const rows = () => db.select().from(registrations).orderBy(asc(registrations.slotId), asc(registrations.number))
const statesOf = async () => (await rows()).map(({ state }) => state)
const acts = async () => (await db.select().from(record).orderBy(asc(record.seq))).map(({ act }) => act)

describe('the source', () => {
  const HOUR = 3_600_000
  const named = (day: { closesAt: Date | null }, hours: number) => ({
    source: '双色球第2026150期',
    speaksAt: new Date(day.closesAt!.getTime() + hours * HOUR),
  })
  const prepared = async () => {
    const made = await anOpenDay({ choosing: 'draw' })
    await db
      .update(openDays)
      .set({ submittedAt: null, submittedBy: null, publishedAt: null, publishedBy: null })
      .where(eq(openDays.id, made.day.id))
    return made
  }

  test('is named by staff of the department before publication, and may be corrected until then', async () => {
    const { day, staff } = await prepared()
    expect(await nameSource(staff, day.id, named(day, 12))).toEqual({ ok: true })
    expect(await nameSource(staff, day.id, { ...named(day, 24), source: '上证指数' })).toEqual({ ok: true })
    expect(await drawOf(day.id)).toMatchObject({ source: '上证指数', namedBy: staff.id })
    expect(await acts()).toEqual(['draw-source-named', 'draw-source-named'])
  })

  test('must speak after the list can be out and before the first visitors come', async () => {
    const { day, staff } = await prepared()
    expect(await nameSource(staff, day.id, named(day, 0.25))).toEqual({ ok: false, why: 'too-soon' })
    expect(await nameSource(staff, day.id, named(day, 24 * 3))).toEqual({ ok: false, why: 'too-late' })
  })

  test('is not changed once the notice is out, nor by other people', async () => {
    const given = await aDrawDay()
    expect(await nameSource(given.staff, given.id, named(given.day, 12))).toEqual({ ok: false, why: 'published' })
    const elsewhere = await aViewer('staff', (await aDepartment('水务局')).id)
    expect(await nameSource(elsewhere, given.id, named(given.day, 12))).toEqual({ ok: false, why: 'not-your-department' })
    const moderator = await aViewer('moderator', given.department.id)
    expect(await nameSource(moderator, given.id, named(given.day, 12))).toEqual({ ok: false, why: 'not-your-role' })
  })

  test('is replaced, on the record, only when it spoke and no list had been fixed', async () => {
    const given = await aDrawDay()
    await spoken(given)
    expect(await freezeEntries(given.id)).toEqual({ ok: false, why: 'missed' })
    expect(await nameSource(given.staff, given.id, named(given.day, 30))).toEqual({ ok: true })
    expect(await freezeEntries(given.id)).toEqual({ ok: true })
  })
})

describe('the list', () => {
  test('is fixed by itself once registration has closed, and not before', async () => {
    const given = await aDrawDay({ slots: 2 })
    await applied(given.seats[1]!, [{ size: 2, interpreter: true }])
    await applied(given.seats[0]!, [{}, { size: 3, wheelchairs: 1, quiet: true }])
    await freezeDue()
    expect((await drawOf(given.id)).frozenAt).toBeNull()
    await closed(given)
    await freezeDue()
    const { entries, entriesHash } = await drawOf(given.id)
    expect(entries).toBe('1\t1\t1-1\t1\t-\t-\n2\t1\t1-2\t3\t-\twheelchair=1 quiet\n3\t2\t2-1\t2\t-\tinterpreter\n')
    expect(entriesHash).toBe(hashOf(entries!))
    expect(await acts()).toEqual(['draw-list-fixed'])
    expect(await freezeEntries(given.id)).toEqual({ ok: false, why: 'frozen' })
  })

  test('leaves out who cancelled before; who cancels afterwards stays in it and is passed over', async () => {
    const given = await aDrawDay({ seats: 1 })
    const [first, second] = await applied(given.pool, [{}, {}, {}])
    await cancelRegistration(first!)
    await frozen(given)
    await cancelRegistration(second!)
    expect(linesOf((await drawOf(given.id)).entries!).map(({ shown }) => shown)).toEqual(['1-2', '1-3'])
    expect(await drawn(given)).toEqual({ ok: true })
    expect(await statesOf()).toEqual(['cancelled', 'cancelled', 'confirmed'])
    expect((await drawOf(given.id)).result!.order.find(({ entry }) => entry === 1)!.outcome).toBe('gone')
  })

  test('once fixed nobody joins it, not even through a clerk, and no entry becomes more people', async () => {
    const given = await aDrawDay()
    const [code] = await applied(given.pool, [{}])
    await closed(given)
    const late = () => registerParty(aParty(given.pool, { entry: { viewer: given.staff, channel: 'phone' } }))
    expect(await late()).toMatchObject({ ok: true })
    await frozen(given)
    expect(await late()).toEqual({ ok: false, why: 'list-fixed' })
    expect(await changeParty(code!, { ...one, size: 2 })).toEqual({ ok: false, why: 'list-fixed' })
    expect(linesOf((await drawOf(given.id)).entries!)).toHaveLength(2)
  })

  test('holds everyone who was registered in the rush at the close; the others were told that it is closed', async () => {
    const given = await aDrawDay({ slots: 2 })
    await setClock(new Date(given.day.closesAt!.getTime() - 300))
    const rush = (async () => {
      const answers = []
      for (let going = true; going;) {
        const some = await Promise.all(given.seats.flatMap((pool) => Array.from({ length: 5 }, () => registerParty(aParty(pool)))))
        answers.push(...some)
        going = some.every(({ ok }) => ok)
      }
      return answers
    })()
    let freezing = await freezeEntries(given.id)
    while (!freezing.ok && freezing.why === 'still-open') freezing = await freezeEntries(given.id)
    expect(freezing).toEqual({ ok: true })
    const answers = await rush
    const taken = answers.filter(({ ok }) => ok)
    expect(new Set(answers.flatMap((each) => (each.ok ? [] : [each.why])))).toEqual(new Set(['closed']))
    expect(linesOf((await drawOf(given.id)).entries!)).toHaveLength(taken.length)
    expect(await rows()).toHaveLength(taken.length)
  })

  test('waits for a registration that is being written; read without the locks it would miss it', async () => {
    const given = await aDrawDay()
    await applied(given.pool, [{}])
    await closed(given)
    let release = () => {}
    const released = new Promise<void>((resolve) => (release = resolve))
    let writing!: Promise<void>
    await new Promise<void>((begun) => {
      writing = transaction(async (tx) => {
        await lockSlot(tx, given.slot.id)
        const [{ id: _, ...known }] = (await tx.select().from(registrations)) as [typeof registrations.$inferSelect]
        await tx.insert(registrations).values({ ...known, number: 2, personKey: 'b', codeKey: 'b', formKey: 'b' })
        begun()
        await released
      })
    })
    const freezing = freezeEntries(given.id)
    expect(await transaction((tx) => entriesOf(tx, given.id))).toHaveLength(1)
    release()
    await writing
    expect(await freezing).toEqual({ ok: true })
    expect(linesOf((await drawOf(given.id)).entries!)).toHaveLength(2)
  })
})

describe('the draw', () => {
  test('gives places in the order of RFC 3797; a party that does not fit waits with its place, and smaller ones after it may fit', async () => {
    const given = await aDrawDay({ seats: 4 })
    await applied(given.pool, [{}, { size: 3 }, { size: 2 }, {}, { size: 3 }, {}, {}])
    await frozen(given)
    expect(await drawn(given)).toEqual({ ok: true })
    const order = orderOf(keyOf(VALUE)!, 7)
    const all = await rows()
    let free = 4
    for (const [place, entry] of order.entries()) {
      const row = all[entry - 1]!
      const fits = row.size <= free
      if (fits) free -= row.size
      expect(row).toMatchObject({ state: fits ? 'confirmed' : 'waiting', rank: place + 1 })
    }
    expect((await db.select().from(quotas))[0]!.taken).toBe(4 - free)
    expect((await drawOf(given.id)).result!.order.map(({ entry }) => entry)).toEqual(order)
    const told = await db.select().from(outbox)
    const confirmed = all.filter(({ state }) => state === 'confirmed').length
    expect(told.filter(({ template }) => template === 'registered')).toHaveLength(confirmed)
    expect(told.filter(({ template }) => template === 'registration-waiting')).toHaveLength(7 - confirmed)
    expect(await acts()).toEqual(['draw-list-fixed', 'draw-made'])
  })

  test('its order is the waiting order: a place given up goes to the next drawn who fits', async () => {
    const given = await aDrawDay({ seats: 1 })
    const codes = await applied(given.pool, [{}, {}, {}])
    await frozen(given)
    await drawn(given)
    const [first, second, third] = orderOf(keyOf(VALUE)!, 3)
    await cancelRegistration(codes[first! - 1]!)
    const states = await statesOf()
    expect([first, second, third].map((entry) => states[entry! - 1])).toEqual(['cancelled', 'offered', 'waiting'])
  })

  test('is not made before the source has spoken, from words instead of numbers, or by other people', async () => {
    const given = await aDrawDay()
    await applied(given.pool, [{}])
    await frozen(given)
    const entered = { value: VALUE, reference: '公告' }
    expect(await enterDrawnValue(await atTheKeyboard(given.staff), given.id, entered)).toEqual({ ok: false, why: 'not-spoken' })
    expect(await drawn(given, '三 五')).toEqual({ ok: false, why: 'no-value' })
    expect(await enterDrawnValue(given.staff, given.id, entered)).toEqual({ ok: false, why: 'sign-in-again' })
    const elsewhere = await atTheKeyboard(await aViewer('staff', (await aDepartment('水务局')).id))
    expect(await enterDrawnValue(elsewhere, given.id, entered)).toEqual({ ok: false, why: 'not-your-department' })
    expect(await statesOf()).toEqual(['applied'])
  })

  test('is not made where no list was fixed before', async () => {
    const given = await aDrawDay()
    await applied(given.pool, [{}])
    expect(await drawn(given)).toEqual({ ok: false, why: 'not-frozen' })
  })

  test('two clerks who enter values at once: one counts, and nobody is told twice; without the lock both would be let in', async () => {
    const given = await aDrawDay({ seats: 2, slots: 2 })
    for (const pool of given.seats) await applied(pool, [{}, {}, {}, {}])
    await frozen(given)
    await spoken(given)
    const clerks = await Promise.all([given.staff, given.publisher].map(atTheKeyboard))
    const day = { ...given.day, firstArrival: null }
    const now = await databaseNow()
    const unlocked = await Promise.all(clerks.map(async (clerk) => mayEnterValue(clerk, day, await drawOf(given.id), now).ok))
    expect(unlocked).toEqual([true, true])
    const values = ['1 2 3', '4 5 6']
    const answers = await Promise.all(
      clerks.map((clerk, index) => enterDrawnValue(clerk, given.id, { value: values[index]!, reference: '公告' })),
    )
    expect(answers.map((each) => (each.ok ? 'ok' : each.why)).toSorted()).toEqual(['drawn', 'ok'])
    const draw = await drawOf(given.id)
    expect(draw.value).toBe(values[answers.findIndex(({ ok }) => ok)])
    expect(draw.result!.order.map(({ entry }) => entry)).toEqual(orderOf(keyOf(draw.value!)!, 8))
    expect((await statesOf()).filter((state) => state === 'confirmed')).toHaveLength(4)
    // Eight told that they applied, eight what came of it.
    expect(await db.$count(outbox)).toBe(16)
  })
})

test('the database itself refuses a list fixed after the source spoke, and a draw without a list', async () => {
  const given = await aDrawDay()
  const set = (values: Partial<typeof draws.$inferInsert>) => db.update(draws).set(values).where(eq(draws.openDayId, given.id))
  const hash = '0'.repeat(64)
  await expect(set({ frozenAt: given.speaksAt, entries: '', entriesHash: hash })).rejects.toThrow()
  await expect(set({ frozenAt: given.day.closesAt, entries: '' })).rejects.toThrow()
  const value = { value: '1', reference: '公告', enteredBy: given.staff.id, drawnAt: given.speaksAt, result: { pools: [], order: [] } }
  await expect(set(value)).rejects.toThrow()
  await set({ frozenAt: given.day.closesAt, entries: '', entriesHash: hash })
  await set(value)
})
