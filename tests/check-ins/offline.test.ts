import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db, transaction } from '#db/connection.server'
import { checkIns } from '#db/schema/check-ins'
import { quotas } from '#db/schema/open-days'
import { record } from '#db/schema/record'
import { registrations } from '#db/schema/registrations'
import { action as tellScans } from '~/check-ins/desk/scans'
import { action as settle } from '~/check-ins/desk/conflict'
import { conflictsAtGate, countsAtGate } from '~/check-ins/reads.server'
import { admitWalkIn, checkIn, settleConflict } from '~/check-ins/writes.server'
import type { DeviceVerdict } from '~/check-ins/rules'
import { lockSlot } from '~/open-days/places-writes.server'
import { gatePass } from '~/registrations/gate-reads.server'
import { registerParty } from '~/registrations/register-writes.server'
import { forgetVisitors } from '~/registrations/retention.server'
import { cancelRegistration, hold } from '~/registrations/writes.server'
import { aContext, aPost } from '../comments/given'
import { aKey, anOpenDay, aParty } from '../registrations/given'
import { ownerSql, setClock, useDatabase } from '../support/database'
import { aDepartment, aViewer } from '../support/people'

useDatabase()

const MINUTE = 60_000

async function aTicket() {
  const given = await anOpenDay()
  const answer = await registerParty(aParty(given.pool, { size: 2 }))
  if (!answer.ok) throw new Error(answer.why)
  const [row] = await db.select().from(registrations).where(eq(registrations.openDayId, given.day.id))
  const pass = gatePass(given.day.id, row!.id)
  const scan = (said: DeviceVerdict | null, minutesAgo: number, device: string, nonce = aKey()) =>
    checkIn(given.staff, {
      ...{ openDayId: given.day.id, shown: pass, nonce, device },
      told: said ? { said, agoMs: minutesAgo * MINUTE } : undefined,
    })
  const rows = () => db.select().from(checkIns).orderBy(checkIns.scannedAt)
  return { ...given, code: answer.code, registration: row!, pass, scan, rows }
}

describe('scans told later', () => {
  test.each(['earlier first', 'later first'])(
    'of two phones that let in one ticket the earlier counts, the other is a conflict: %s',
    async (order) => {
      const { day, scan, rows } = await aTicket()
      const tell = [() => scan('admitted', 30, '东门 1'), () => scan('admitted', 20, '西门 1')]
      for (const one of order === 'earlier first' ? tell : tell.reverse()) await one()
      expect(await rows()).toMatchObject([
        { device: '东门 1', outcome: 'admitted', people: 2, conflict: false },
        { device: '西门 1', outcome: 'repeat', people: 0, conflict: true },
      ])
      expect(await conflictsAtGate(day.id)).toMatchObject([{ number: 1, position: 1, device: '西门 1', firstDevice: '东门 1' }])
      expect(await countsAtGate(day.id)).toMatchObject([{ expected: 2, arrived: 2, conflicts: 1 }])
    },
  )

  test('twenty phones at once: one came in, nineteen are conflicts, and the earliest is the one', async () => {
    const { scan, rows } = await aTicket()
    await Promise.all(Array.from({ length: 20 }, (_, at) => scan('admitted', 10 + ((at * 7) % 20), `手机 ${at}`)))
    const all = await rows()
    expect(all.filter(({ outcome }) => outcome === 'admitted')).toEqual([all[0]])
    expect(all.filter(({ conflict }) => conflict)).toHaveLength(19)
  })

  test('the database itself keeps a ticket from coming in twice', async () => {
    const { day, slot, registration, staff, scan } = await aTicket()
    await scan(null, 0, '')
    const again = { openDayId: day.id, slotId: slot.id, registrationId: registration.id, outcome: 'admitted' as const, people: 2 }
    const insert = () => db.insert(checkIns).values({ ...again, nonce: aKey(), scannedBy: staff.id })
    await expect(insert()).rejects.toThrow()
    // Without the index it would: the bite is the index's.
    await ownerSql`drop index check_ins_came_in`
    await insert()
    await ownerSql`delete from check_ins where people = 2 and id > (select min(id) from check_ins)`
    await ownerSql`create unique index check_ins_came_in on check_ins (registration_id) where outcome = 'admitted'`
  })

  test('what the phone itself saw twice or turned away is no conflict and nobody’s coming', async () => {
    const { day, code, scan, rows } = await aTicket()
    await scan('refused', 40, '东门 1')
    await scan('admitted', 30, '东门 1')
    await scan('repeat', 20, '东门 1')
    expect((await rows()).map(({ outcome, why, conflict }) => [outcome, why, conflict])).toEqual([
      ['refused', 'turned-away', false],
      ['admitted', '', false],
      ['repeat', '', false],
    ])
    const other = await aTicket()
    await cancelRegistration(other.code)
    expect(await other.scan('admitted', 5, '东门 1')).toMatchObject({ outcome: 'refused', why: 'cancelled', conflict: true, people: 0 })
    expect(await conflictsAtGate(day.id)).toEqual([])
    expect(code).toBeTruthy()
  })

  test('a scan whose answer was lost is taken as the phone then decided it, once', async () => {
    const { scan, rows } = await aTicket()
    await scan(null, 0, '东门 1')
    const nonce = aKey()
    expect(await scan(null, 0, '西门 1', nonce)).toMatchObject({ outcome: 'repeat', conflict: false })
    expect(await scan('admitted', 0, '西门 1', nonce)).toMatchObject({ outcome: 'repeat', conflict: true })
    expect(await scan('admitted', 0, '西门 1', nonce)).toMatchObject({ conflict: true })
    expect(await rows()).toHaveLength(2)
  })

  test('a phone’s clock that runs ahead never scans in the future, and one that is wrong by years is corrected', async () => {
    const { day, pass, staff, rows } = await aTicket()
    const params = { id: String(day.id) }
    const tell = (now: number, at: number) => {
      const told = JSON.stringify({ device: '东门 1', now, scans: [{ nonce: aKey(), shown: pass, at, said: 'admitted' }] })
      return tellScans({ request: aPost('/x', { told }), params, context: aContext({ viewer: staff }) })
    }
    const year = Date.UTC(2019, 0, 1)
    await tell(year, year + 5 * MINUTE)
    await tell(year, year - 10 * MINUTE)
    const [first, second] = await rows()
    expect(second!.scannedAt.getTime()).toBeLessThanOrEqual(second!.receivedAt.getTime())
    expect(first!.receivedAt.getTime() - first!.scannedAt.getTime()).toBeGreaterThanOrEqual(10 * MINUTE)
    expect(first!.receivedAt.getTime() - first!.scannedAt.getTime()).toBeLessThan(11 * MINUTE)
  })

  test('a clock put right between scan and upload takes nobody’s turn', async () => {
    const { scan, rows } = await aTicket()
    await scan('admitted', 30, '东门 1')
    expect(await scan('admitted', 31 * 24 * 60, '西门 1')).toMatchObject({ outcome: 'repeat', conflict: true })
    expect((await rows()).find(({ device }) => device === '东门 1')).toMatchObject({ outcome: 'admitted', conflict: false })
  })

  test('a scan is of one day: its number opens and changes nothing elsewhere, and one alone is refused', async () => {
    const { staff, day, rows } = await aTicket()
    const nonce = aKey()
    const here = await checkIn(staff, { openDayId: day.id, shown: '1-1', nonce })
    const other = await aTicket()
    const told = JSON.stringify({ device: '', now: 1_000, scans: [{ nonce, shown: other.pass, at: 0, said: 'refused' }] })
    const sent = { request: aPost('/x', { told }), params: { id: String(other.day.id) }, context: aContext({ viewer: other.staff }) }
    const answer = await tellScans(sent)
    expect(await answer.json()).toEqual({ answers: [] })
    expect(answer.status).toBe(422)
    expect((await rows()).filter(({ openDayId }) => openDayId === day.id)).toEqual([here])
  })

  test('the number of one ticket’s scan says nothing of another ticket', async () => {
    const { scan, staff, day, pool, rows } = await aTicket()
    const nonce = aKey()
    await scan(null, 0, '东门 1')
    await scan(null, 0, '西门 1', nonce)
    await registerParty(aParty(pool, { size: 3 }))
    const before = await rows()
    const other = { openDayId: day.id, shown: '1-2', nonce, told: { said: 'admitted' as const, agoMs: 0 } }
    expect(await checkIn(staff, other)).toMatchObject({ outcome: 'repeat' })
    expect(await rows()).toEqual(before)
  })

  test('a conflict that was settled stays settled when its own phone tells it late', async () => {
    const { day, staff, scan, rows } = await aTicket()
    const nonce = aKey()
    await scan(null, 0, '东门 1', nonce)
    await scan('admitted', 10, '西门 1')
    const [, second] = await rows()
    await settleConflict(staff, day, second!.id, '一家人分两次进门')
    expect(await scan('admitted', 20, '东门 1', nonce)).toMatchObject({ id: second!.id, settledWhy: '一家人分两次进门', conflict: true })
  })

  test('a gate does not wait for whoever holds the slot, nor the two for each other', async () => {
    const { slot, code, scan, rows } = await aTicket()
    await transaction(async (tx) => {
      await lockSlot(tx, slot.id)
      expect(await scan(null, 0, '东门 1')).toMatchObject({ outcome: 'admitted' })
      await hold(tx, { code })
    })
    expect(await rows()).toHaveLength(1)
  })

  test('scans still on a phone are taken after the day’s visitors are forgotten', async () => {
    const { day, slot, scan } = await aTicket()
    await setClock(new Date(slot.endsAt.getTime() + (day.keptDays + 1) * 24 * 60 * MINUTE))
    await forgetVisitors()
    expect(await scan('admitted', 60, '东门 1')).toMatchObject({ outcome: 'admitted', people: 2 })
    expect(await scan('admitted', 50, '西门 1')).toMatchObject({ outcome: 'repeat', conflict: true })
  })

  test('an upload is answered scan by scan, a broken one takes no other with it, and twice is once', async () => {
    const { day, pass, staff, rows } = await aTicket()
    const bad = ['', '\u0000\u0007', '💥'.repeat(400), `KG1.1.${'A'.repeat(43)}`, '\ud800']
    const scans = [...bad, pass].map((shown) => ({ nonce: aKey(), shown, at: 1_000, said: shown === pass ? 'admitted' : 'refused' }))
    const tell = async (viewer = staff) => {
      const told = JSON.stringify({ device: '东门 1', now: 2_000, scans })
      const answer = await tellScans({ request: aPost('/x', { told }), params: { id: String(day.id) }, context: aContext({ viewer }) })
      return (await answer.json()) as { answers: { nonce: string; outcome: string }[] }
    }
    const { answers } = await tell()
    expect(answers.map(({ outcome }) => outcome)).toEqual([...bad.map(() => 'refused'), 'admitted'])
    expect(await tell()).toEqual({ answers })
    expect(await rows()).toHaveLength(scans.length)
    const stranger = await aViewer('staff', (await aDepartment()).id)
    await expect(tell(stranger)).rejects.toMatchObject({ status: 404 })
  })

  test('what is no upload is refused whole, and too much of it', async () => {
    const { day, staff, rows } = await aTicket()
    const one = () => ({ nonce: aKey(), shown: 'x', at: 1, said: 'refused' })
    for (const told of [
      '',
      '{',
      '[]',
      '{"device":"x","now":1,"scans":[]}',
      JSON.stringify({ device: 'x', now: 1, scans: Array.from({ length: 51 }, one) }),
    ]) {
      const answer = await tellScans({
        request: aPost('/x', { told }),
        params: { id: String(day.id) },
        context: aContext({ viewer: staff }),
      })
      expect(answer.status).toBe(422)
    }
    expect(await rows()).toEqual([])
  })

  test('a conflict is settled once, with a reason, by the day’s own department, and the record says so', async () => {
    const { day, staff, scan } = await aTicket()
    await scan('admitted', 30, '东门 1')
    const { id } = (await scan('admitted', 20, '西门 1'))!
    const params = { id: String(day.id), scan: String(id) }
    const press = (why: string, viewer = staff) => settle({ request: aPost('/x', { why }), params, context: aContext({ viewer }) })
    const stranger = await aViewer('staff', (await aDepartment()).id)
    await expect(press('一家人', stranger)).rejects.toMatchObject({ status: 404 })
    expect((await press(' ')).status).toBe(422)
    expect((await press('一家人分两次进门')).status).toBe(302 + 1)
    expect((await press('再来一次')).status).toBe(409)
    expect(await conflictsAtGate(day.id)).toMatchObject([{ settledWhy: '一家人分两次进门' }])
    expect(await countsAtGate(day.id)).toMatchObject([{ conflicts: 0 }])
    const lines = await db.select().from(record).where(eq(record.act, 'conflict-settled'))
    expect(lines).toMatchObject([{ why: '一家人分两次进门', subjectId: String(day.id) }])
  })
})

describe('people without a registration', () => {
  async function aGateToday(seats = 10) {
    const given = await anOpenDay({ seats })
    await setClock(new Date(given.slot.arriveAt.getTime() - 5 * MINUTE))
    const come = (size = 1, formKey = aKey()) =>
      admitWalkIn(given.staff, given.day.id, { slotId: given.slot.id, quotaId: given.pool.id, size, name: '过路人', formKey })
    const taken = async () => (await db.select().from(quotas).where(eq(quotas.id, given.pool.id)))[0]!.taken
    return { ...given, come, taken }
  }

  test('30 at one moment for 10 places: 10 come in', async () => {
    const { day, come, taken } = await aGateToday()
    const answers = await Promise.all(Array.from({ length: 30 }, () => come()))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(10)
    expect(answers.filter((answer) => !answer.ok)).toEqual(Array.from({ length: 20 }, () => ({ ok: false, why: 'full', left: 0 })))
    expect(await taken()).toBe(10)
    expect(await countsAtGate(day.id)).toMatchObject([{ expected: 0, arrived: 10, walkIns: 10 }])
  })

  test('negative control: places read first and taken after, as admitting would without the slot’s lock and the constraint, are oversold', async () => {
    const { pool, taken } = await aGateToday()
    await ownerSql`alter table quotas drop constraint quotas_never_oversold`
    let arrived = 0
    let open = () => {}
    const allHaveLooked = new Promise<void>((resolve) => (open = resolve))
    const unguarded = () =>
      transaction(async (tx) => {
        const [seen] = await tx.select().from(quotas).where(eq(quotas.id, pool.id))
        if (++arrived === 4) open()
        await allHaveLooked
        if (seen!.taken + 5 > seen!.capacity) return false
        await tx
          .update(quotas)
          .set({ taken: sql`${quotas.taken} + 5` })
          .where(eq(quotas.id, pool.id))
        return true
      })
    const admitted = await Promise.all(Array.from({ length: 4 }, unguarded))
    expect(admitted.filter(Boolean)).toHaveLength(4)
    expect(await taken()).toBe(20)
    await ownerSql`update quotas set taken = 0`
    await ownerSql`alter table quotas add constraint quotas_never_oversold check (taken between 0 and capacity)`
  })

  test('the same form 20 times is one party; a party too large is told how many places are free', async () => {
    const { come, taken } = await aGateToday()
    const key = aKey()
    const answers = await Promise.all(Array.from({ length: 20 }, () => come(4, key)))
    expect(new Set(answers.map((answer) => answer.ok && answer.scan.id)).size).toBe(1)
    expect(await taken()).toBe(4)
    expect(await come(7)).toEqual({ ok: false, why: 'full', left: 6 })
    expect(await db.$count(checkIns)).toBe(1)
  })

  test('the form of a registration opens no gate', async () => {
    const { staff, pool, come, taken } = await aGateToday(1)
    const waiting = aParty(pool, { size: 2, entry: { viewer: staff, channel: 'counter' } })
    await setClock('0 days')
    expect(await registerParty(waiting)).toMatchObject({ state: 'waiting' })
    await setClock('10 days')
    expect(await come(1, waiting.formKey)).toMatchObject({ ok: false, why: 'no-such-place' })
    expect([await db.$count(checkIns), await taken()]).toEqual([0, 0])
  })

  test('only on the day, and never through another day’s gate', async () => {
    const { day, slot, pool, staff, come } = await aGateToday()
    const elsewhere = await anOpenDay()
    const given = { slotId: slot.id, quotaId: pool.id, size: 1, name: '过路人', formKey: aKey() }
    expect(await admitWalkIn(staff, elsewhere.day.id, given)).toMatchObject({ ok: false, why: 'no-such-place' })
    await setClock(new Date(slot.arriveAt.getTime() - 150 * MINUTE))
    expect(await come()).toMatchObject({ ok: false, why: 'too-early' })
    await setClock(slot.endsAt)
    expect(await come()).toMatchObject({ ok: false, why: 'over' })
    expect(await countsAtGate(day.id)).toMatchObject([{ arrived: 0 }])
  })
})
