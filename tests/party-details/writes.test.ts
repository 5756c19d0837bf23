import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { outbox } from '#db/schema/messages'
import { openDays } from '#db/schema/open-days'
import { partyDetails, partyMembers, partyPlates } from '#db/schema/party-details'
import { record } from '#db/schema/record'
import { deletionCertificates, registrations } from '#db/schema/registrations'
import { publishOpenDay, saveNotice } from '~/open-days/writes.server'
import { detailsOf, isFilledIn } from '~/party-details/reads.server'
import { fillInDetails } from '~/party-details/writes.server'
import { chooseRegistration } from '~/registrations/choosing-writes.server'
import { remindVisitors } from '~/registrations/reminders-writes.server'
import { forgetVisitors } from '~/registrations/retention.server'
import { cancelOpenDay, cancelSlot } from '~/registrations/slot-writes.server'
import { acceptOffer, cancelForVisitor, cancelRegistration, changeParty } from '~/registrations/writes.server'
import { unseal } from '~/sealing.server'
import { anOffice, aNotice, aPrepared, aSubmitted } from '../open-days/given'
import { ownerSql, setClock, useDatabase } from '../support/database'
import { aDepartment, atTheKeyboard, aViewer } from '../support/people'
import { aConfirmed, aMember, anAskingDay, someDetails } from './given'
import { ALSO_GROWN, GROWN, YOUTH } from './numbers'
import { anOpenDay } from '../registrations/given'

useDatabase()

const numbered = async (number: number) => (await db.select().from(registrations).where(eq(registrations.number, number)))[0]!
const rows = async () => [await db.$count(partyDetails), await db.$count(partyMembers), await db.$count(partyPlates)]
const party = { size: 1, wheelchairs: 0, interpreter: false, quiet: false }
const family = {
  members: [
    aMember(),
    aMember({ name: '王小小', document: { kind: 'resident-id', number: YOUTH }, guardian: { position: 1 } }),
    aMember({
      name: '李四',
      document: { kind: 'passport', number: 'E12345678' },
      bornOn: '2011-02-03',
      guardian: { name: '李父', phone: '13900001111' },
    }),
  ],
  plates: ['浙A12345', '京AD12345'],
}

describe('the notice', () => {
  test('cannot go out with something asked and no purpose, and once it is out nothing more can be asked', async () => {
    const office = await anOffice()
    const id = await aPrepared(office, { asksIdentity: true })
    expect(await saveNotice(office.staff, id, await aNotice({ asksIdentity: true, identityWhy: ' ' }))).toEqual({ ok: true })
    const submitted = await aSubmitted(await anOffice(), { asksPlate: true, plateWhy: '进库区要登记车辆' })
    const [day] = await db.select().from(openDays).where(eq(openDays.id, submitted))
    const publisher = await atTheKeyboard(await aViewer('publisher', day!.departmentId))
    expect(await publishOpenDay(publisher, submitted)).toEqual({ ok: true })
    for (const wider of ['asks_identity', 'asks_birth_date'])
      await expect(
        ownerSql`update open_days set ${ownerSql({ [wider]: true })}, identity_why = 'x', birth_date_why = 'x' where id = ${submitted}`,
      ).rejects.toThrow('cannot ask for more')
    await ownerSql`update open_days set asks_plate = false where id = ${submitted}`
    await expect(ownerSql`update open_days set asks_plate = true where id = ${submitted}`).rejects.toThrow('cannot ask for more')
    await ownerSql`update open_days set asks_plate = true where id = ${id}`
    await expect(anOpenDay({ asksBirthDate: true })).rejects.toMatchObject({ cause: { constraint_name: 'open_days_asked_for_a_purpose' } })
  })
})

describe('what a party tells', () => {
  test('is kept sealed, each value by itself, and comes back as it was', async () => {
    const { pool } = await anAskingDay()
    const { code } = await aConfirmed(pool, { size: 3 })
    expect(await fillInDetails({ code }, family)).toEqual({ ok: true })
    const { id } = await numbered(1)
    expect((await detailsOf([id])).get(id)).toEqual(family)
    expect(await isFilledIn(id, 3)).toBe(true)
    const [first] = await db.select().from(partyMembers).orderBy(partyMembers.position)
    expect(unseal(first!.document!)).toBe(`resident-id ${GROWN}`)
    const dump = JSON.stringify(await ownerSql`select m::text, p::text from party_members m, party_plates p`)
    for (const told of [GROWN, YOUTH, 'E12345678', '2011-02-03', '王小明', '李父', '13900001111', '浙A12345'])
      expect(dump).not.toContain(told)
    const [line] = await db.select().from(record).where(eq(record.act, 'party-details-filled'))
    expect(line).toMatchObject({ actorRole: 'author', facts: { members: 3, plates: 2 } })
    expect(await fillInDetails({ code }, { ...family, plates: [] })).toEqual({ ok: true })
    expect(await rows()).toEqual([1, 3, 0])
  })

  test('is asked of nobody who has no place, of no other number of people, and not after the slot began', async () => {
    const { pool, slot } = await anAskingDay({ seats: 1 })
    const first = await aConfirmed(pool)
    const second = await aConfirmed(pool)
    expect(await fillInDetails({ code: second.code }, someDetails())).toEqual({ ok: false, why: 'not-confirmed' })
    await cancelRegistration(first.code)
    expect(await numbered(2)).toMatchObject({ state: 'offered' })
    expect(await fillInDetails({ code: second.code }, someDetails())).toEqual({ ok: false, why: 'not-confirmed' })
    await acceptOffer(second.code)
    expect(await fillInDetails({ code: second.code }, family)).toEqual({ ok: false, why: 'size-changed' })
    await setClock(new Date(slot.startsAt.getTime() - 60_000))
    expect(await fillInDetails({ code: second.code }, someDetails())).toEqual({ ok: true })
    await setClock(slot.startsAt)
    expect(await fillInDetails({ code: second.code }, someDetails())).toEqual({ ok: false, why: 'slot-begun' })
    expect(await fillInDetails({ code: first.code }, someDetails())).toMatchObject({ ok: false })
  })

  test('is not taken where the notice asks nothing, and by a clerk of another department neither', async () => {
    const silent = await anOpenDay()
    const { code } = await aConfirmed(silent.pool)
    expect(await fillInDetails({ code }, someDetails())).toEqual({ ok: false, why: 'unknown' })
    const asking = await anAskingDay()
    await aConfirmed(asking.pool)
    const [{ id } = { id: 0 }] = await db.select().from(registrations).where(eq(registrations.slotId, asking.slot.id))
    const stranger = await aViewer('staff', (await aDepartment('别的局')).id)
    expect(await fillInDetails({ id, viewer: stranger }, someDetails())).toEqual({ ok: false, why: 'unknown' })
    expect(await fillInDetails({ id, viewer: asking.staff }, someDetails())).toEqual({ ok: true })
    expect((await db.select().from(partyDetails))[0]).toMatchObject({ filledBy: asking.staff.id })
  })

  test('belongs to places: no row can be without them, and they cannot be lost while the row stands', async () => {
    const { pool } = await anAskingDay({ seats: 1 })
    const { code } = await aConfirmed(pool)
    await aConfirmed(pool)
    await fillInDetails({ code }, someDetails())
    await expect(ownerSql`update registrations set state = 'waiting' where number = 1`).rejects.toThrow('party_details_of_confirmed')
    const waiting = (await numbered(2)).id
    await expect(ownerSql`insert into party_details (registration_id, filled_for) values (${waiting}, 1)`).rejects.toThrow(
      'party_details_of_confirmed',
    )
    await expect(
      ownerSql`insert into party_details (registration_id, state, filled_for) values (${waiting}, 'waiting', 1)`,
    ).rejects.toThrow('party_details_confirmed')
  })
})

describe('what a party told goes with its places', () => {
  type Given = Awaited<ReturnType<typeof anAskingDay>> & { code: string; id: number }
  test.each<[string, (given: Given) => Promise<unknown>]>([
    ['when they cancel', ({ code }) => cancelRegistration(code)],
    ['when staff cancels for them', ({ staff, id }) => cancelForVisitor(staff, id, '来电')],
    ['when the slot is cancelled', ({ staff, slot }) => cancelSlot(staff, slot.id, '停电')],
    ['when the day is cancelled', ({ staff, day }) => cancelOpenDay(staff, day.id, '停电')],
  ])('%s', async (_, ending) => {
    const given = await anAskingDay()
    const { code } = await aConfirmed(given.pool, { size: 3 })
    await fillInDetails({ code }, family)
    expect(await rows()).toEqual([1, 3, 2])
    expect(await ending({ ...given, code, id: (await numbered(1)).id })).toEqual({ ok: true })
    expect(await rows()).toEqual([0, 0, 0])
  })

  test('of those who do not come any more; a minor who loses the guardian has to be filled in again', async () => {
    const { pool } = await anAskingDay()
    const { code } = await aConfirmed(pool, { size: 3 })
    const { id } = await numbered(1)
    const turned = { ...family, members: [family.members[1]!, family.members[0]!, family.members[2]!] }
    turned.members[0] = { ...turned.members[0]!, guardian: { position: 2 } }
    await fillInDetails({ code }, turned)
    await changeParty(code, { ...party, size: 2 })
    expect(await rows()).toEqual([1, 2, 2])
    expect(await isFilledIn(id, 2)).toBe(true)
    await changeParty(code, { ...party, size: 1 })
    expect(await rows()).toEqual([1, 1, 1])
    expect(await isFilledIn(id, 1)).toBe(false)
    expect((await detailsOf([id])).get(id)!.members).toMatchObject([{ name: '王小小', guardian: null }])
    await fillInDetails({ code }, someDetails())
    await changeParty(code, { ...party, size: 2 })
    expect(await isFilledIn(id, 2)).toBe(false)
  })

  test('and a party that grows again is asked for them again', async () => {
    const { pool } = await anAskingDay()
    const { code } = await aConfirmed(pool, { size: 3 })
    const { id } = await numbered(1)
    await fillInDetails({ code }, family)
    await changeParty(code, { ...party, size: 2 })
    await changeParty(code, { ...party, size: 3 })
    expect(await rows()).toEqual([1, 2, 2])
    expect(await isFilledIn(id, 3)).toBe(false)
    expect(await isFilledIn(id, 2)).toBe(true)
  })

  test('two at once, told and cancelled: nothing is left behind', async () => {
    const { pool } = await anAskingDay()
    for (let round = 0; round < 8; round++) {
      const { code } = await aConfirmed(pool)
      await Promise.all([fillInDetails({ code }, someDetails()), cancelRegistration(code)])
    }
    expect(await rows()).toEqual([0, 0, 0])
  })

  test('on the promised day, with what it was on the certificate', async () => {
    const { pool, slot, day } = await anAskingDay({ keptDays: 30 })
    const { code } = await aConfirmed(pool, { size: 3 })
    await fillInDetails({ code }, family)
    await fillInDetails(
      { code: (await aConfirmed(pool)).code },
      someDetails({ members: [aMember({ document: { kind: 'resident-id', number: ALSO_GROWN } })] }),
    )
    await setClock(new Date(slot.endsAt.getTime() + 30 * 86_400_000 - 60_000))
    await forgetVisitors()
    expect(await rows()).toEqual([2, 4, 2])
    await setClock(new Date(slot.endsAt.getTime() + 30 * 86_400_000 + 60_000))
    await forgetVisitors()
    expect(await rows()).toEqual([0, 0, 0])
    expect(await db.select().from(deletionCertificates)).toMatchObject([
      { openDayId: day.id, registrations: 2, members: 4, identityNumbers: 4, birthDates: 1, plates: 2, guardians: 1 },
    ])
  })
})

describe('messages', () => {
  const told = async (template: string) =>
    (await db.select().from(outbox).where(eq(outbox.template, template)).orderBy(outbox.id)).map(
      ({ params }) => (JSON.parse(unseal(params!)) as { details?: string }).details,
    )

  test('a confirmation says that details are asked, whichever way the place was got; a waiting list does not', async () => {
    const { pool } = await anAskingDay({ seats: 1 })
    const first = await aConfirmed(pool)
    const second = await aConfirmed(pool)
    await cancelRegistration(first.code)
    await acceptOffer(second.code)
    expect(await told('registered')).toEqual([expect.stringMatching(/\d{2}:\d{2}$/), expect.stringMatching(/\d{2}:\d{2}$/)])
    expect([...(await told('registration-waiting')), ...(await told('offer'))]).toEqual([undefined, undefined])
    const review = await anAskingDay({ choosing: 'review', choosingRule: '住得近的优先' })
    await aConfirmed(review.pool)
    const [{ id } = { id: 0 }] = await db.select().from(registrations).where(eq(registrations.slotId, review.slot.id))
    await chooseRegistration(review.staff, id)
    expect((await told('registered')).at(-1)).toMatch(/\d{2}:\d{2}$/)
    await aConfirmed((await anOpenDay()).pool)
    expect((await told('registered')).at(-1)).toBeUndefined()
  })

  test('the reminder says so only to those who have not', async () => {
    const { pool, slot } = await anAskingDay()
    const { code } = await aConfirmed(pool)
    await aConfirmed(pool)
    await fillInDetails({ code }, someDetails())
    await setClock(new Date(slot.arriveAt.getTime() - 20 * 3_600_000))
    await remindVisitors()
    expect(await told('visit-tomorrow')).toEqual([undefined, expect.stringMatching(/\d{2}:\d{2}$/)])
  })
})
