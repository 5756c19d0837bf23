import type { LoaderFunctionArgs } from '@remix-run/node'
import { isNotNull } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { outbox } from '#db/schema/messages'
import { quotas, visitorGroups } from '#db/schema/open-days'
import { record } from '#db/schema/record'
import { deletionCertificates, registrations, visitorInvitations } from '#db/schema/registrations'
import type { Viewer } from '~/accounts/rules'
import * as one from '~/registrations/desk/invitation'
import * as list from '~/registrations/desk/invitations'
import * as revocation from '~/registrations/desk/revocation'
import { dayAtDesk } from '~/registrations/desk-reads.server'
import { holdInvitations, invitationByCode } from '~/registrations/invitation-reads.server'
import { issueInvitation, revealInvitation, revokeInvitation } from '~/registrations/invitation-writes.server'
import { action as register, loader as form } from '~/registrations/pages/invitation'
import { registerParty } from '~/registrations/register-writes.server'
import { forgetVisitors } from '~/registrations/retention.server'
import { cancelOpenDay, cancelSlot } from '~/registrations/slot-writes.server'
import { unseal } from '~/sealing.server'
import { databaseNow } from '~/web/clock.server'
import { aContext, aPost } from '../comments/given'
import { setClock, useDatabase } from '../support/database'
import { aDepartment, asSeenBy, aViewer, posted } from '../support/people'
import { aKey, anOpenDay, aParty } from './given'

useDatabase()

/** An open day with places for everyone and, apart from them, some for delegates by invitation only. */
async function withDelegates(seats = 3) {
  const open = await anOpenDay()
  const [group] = await db
    .insert(visitorGroups)
    .values({ openDayId: open.day.id, position: 1, name: '人大代表', invited: true })
    .returning()
  const [pool] = await db
    .insert(quotas)
    .values({ openDayId: open.day.id, slotId: open.slot.id, groupId: group!.id, capacity: seats })
    .returning()
  const atDesk = (await dayAtDesk(String(open.day.id), open.staff))!
  const invite = async (more: Partial<Parameters<typeof issueInvitation>[2]> = {}) => {
    const given = { groupId: group!.id, note: '王代表', contact: null, lang: 'zh-CN' as const, formKey: aKey(), ...more }
    const issued = await issueInvitation(open.staff, atDesk, given)
    if (!issued.ok) throw new Error(issued.why)
    return { id: issued.id, code: (await revealInvitation(open.staff, atDesk, issued.id))!.code }
  }
  return { ...open, group: group!, delegates: pool!, atDesk, invite }
}
type Delegates = Awaited<ReturnType<typeof withDelegates>>
const acts = async () => (await db.select({ act: record.act }).from(record).orderBy(record.seq)).map(({ act }) => act)
const answerTo = async (sent: Promise<unknown>) => {
  const found = (await sent.catch((thrown: unknown) => thrown)) as Response
  return { status: found.status, to: found.headers.get('Location') ?? '' }
}

describe('places by invitation', () => {
  test('are had with one, and without one by nobody but the office', async () => {
    const { delegates, pool, invite, staff } = await withDelegates()
    const { id } = await invite()
    // Negative control: the same form for everybody’s places goes through.
    expect(await registerParty(aParty(pool))).toMatchObject({ ok: true })
    expect(await registerParty(aParty(delegates))).toEqual({ ok: false, why: 'invitation-needed' })
    expect(await registerParty(aParty(delegates, { invitationId: 999_999 }))).toEqual({ ok: false, why: 'invitation-needed' })
    expect(await registerParty(aParty(pool, { invitationId: id }))).toEqual({ ok: false, why: 'invitation-needed' })
    expect(await registerParty(aParty(delegates, { invitationId: id }))).toMatchObject({ ok: true, state: 'confirmed' })
    expect(await registerParty(aParty(delegates, { entry: { viewer: staff, channel: 'phone' } }))).toMatchObject({ ok: true })
  })

  test('one invitation is one registration, also of fifty at once; the same form again is answered as it was', async () => {
    const { delegates, invite } = await withDelegates(40)
    const { id } = await invite()
    const forms = Array.from({ length: 50 }, () => aParty(delegates, { invitationId: id }))
    const answers = await Promise.all(forms.map(registerParty))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok && answer.why === 'invitation-used')).toHaveLength(49)
    const first = answers.findIndex(({ ok }) => ok)
    expect(await registerParty(forms[first]!)).toEqual(answers[first])
    expect(await db.$count(registrations)).toBe(1)
  })

  test('an invitation is used by the registration that named it, whatever number that got in the table', async () => {
    const { delegates, invite } = await withDelegates(9)
    const ids: number[] = []
    for (let each = 0; each < 3; each++) ids.push((await invite()).id)
    const used = async () => [...(await db.transaction((tx) => holdInvitations(tx, ids))).values()]
    expect((await used()).map((each) => each.used)).toEqual([false, false, false])
    for (const invitationId of ids.toReversed())
      expect(await registerParty(aParty(delegates, { invitationId }))).toMatchObject({ ok: true })
    expect((await used()).map((each) => each.used)).toEqual([true, true, true])
  })

  test('are never oversold: invited beyond the places, people wait', async () => {
    const { delegates, invite } = await withDelegates(2)
    const ids: number[] = []
    for (let each = 0; each < 5; each++) ids.push((await invite()).id)
    const answers = await Promise.all(ids.map((invitationId) => registerParty(aParty(delegates, { invitationId }))))
    expect(answers.flatMap((answer) => (answer.ok ? answer.state : answer.why)).sort()).toEqual([
      ...['confirmed', 'confirmed'],
      ...['waiting', 'waiting', 'waiting'],
    ])
  })

  test('an invitation is taken back until it is used, and not after; of both at once one happens', async () => {
    const { delegates, invite, staff, atDesk } = await withDelegates(40)
    const back = await invite()
    expect(await revokeInvitation(staff, atDesk, back.id)).toEqual({ ok: true })
    expect(await registerParty(aParty(delegates, { invitationId: back.id }))).toEqual({ ok: false, why: 'invitation-revoked' })
    for (let each = 0; each < 10; each++) {
      const { id } = await invite()
      const [used, revoked] = await Promise.all([
        registerParty(aParty(delegates, { invitationId: id })),
        revokeInvitation(staff, atDesk, id),
      ])
      expect([used.ok, revoked.ok].filter(Boolean)).toHaveLength(1)
    }
  })

  test('the database keeps no second registration of one invitation', async () => {
    const { delegates, pool, invite } = await withDelegates()
    const { id } = await invite()
    await registerParty(aParty(delegates, { invitationId: id }))
    await registerParty(aParty(pool))
    await expect(db.update(registrations).set({ invitationId: id })).rejects.toThrow()
  })
})

describe('the page of an invitation', () => {
  const page = (slug: string, code: string) =>
    form({ request: new Request('http://localhost/x'), params: { slug, code }, context: aContext() })

  test('is the form with the places of its group and no others, kept by no cache', async () => {
    const { day, slot, delegates, pool, invite } = await withDelegates()
    const { code } = await invite()
    const shown = await page(day.slug, code.toLowerCase())
    expect(shown.headers.get('Cache-Control')).toContain('no-store')
    const { on } = (await shown.json()) as { on: { places: { value: string }[]; why: string | null } }
    expect(on).toMatchObject({ why: null, invitation: { group: '人大代表' } })
    expect(on.places.map(({ value }) => value)).toEqual([`${slot.id}-${delegates.id}`])
    const post = (place: string) =>
      answerTo(
        register({
          request: aPost('/x', { key: aKey(), place, size: '1', name: '王代表', contact: '13800007777' }),
          params: { slug: day.slug, code },
          context: aContext(),
        }),
      )
    expect((await post(`${slot.id}-${pool.id}`)).status).toBe(422)
    expect((await post(`${slot.id}-${delegates.id}`)).to).toMatch(/^\/registrations\//)
    expect((await invitationByCode(day.id, code))!.why).toBe('invitation-used')
  })

  test('is not there for a wrong code or another day, nor is the code of a registration one', async () => {
    const { day, invite, pool } = await withDelegates()
    const { code } = await invite()
    const other = await withDelegates()
    const registered = await registerParty(aParty(pool))
    for (const [slug, typed] of [
      [other.day.slug, code],
      [day.slug, 'ABCD-EFGH-JKMN-PQRS'],
      [day.slug, registered.ok ? registered.code : ''],
    ])
      await expect(page(slug!, typed!)).rejects.toMatchObject({ status: 404 })
  })
})

describe('at the desk', () => {
  const asked = (viewer: Viewer | null, id: number, invitation = 0): LoaderFunctionArgs => ({
    request: new Request('http://localhost/x'),
    params: { id: String(id), invitation: String(invitation) },
    context: asSeenBy(viewer),
  })
  const sent = (viewer: Viewer | null, id: number, fields: Record<string, string> = {}, invitation = 0) => ({
    ...asked(viewer, id, invitation),
    request: posted('/x', fields),
  })

  test('an invitation is sent once to its contact, listed masked, and shown only with a line in the record', async () => {
    const { day, group, staff } = await withDelegates()
    const fields = { key: aKey(), group: String(group.id), note: '王小明代表', contact: '13812345678' }
    const first = await answerTo(list.action(sent(staff, day.id, fields)) as Promise<unknown>)
    expect(first).toMatchObject({ status: 303 })
    expect(await answerTo(list.action(sent(staff, day.id, fields)) as Promise<unknown>)).toEqual(first)
    const letters = await db.select().from(outbox)
    expect(letters.map(({ template }) => template)).toEqual(['visit-invitation'])
    const listed = await (await list.loader(asked(staff, day.id))).text()
    expect(listed).not.toContain('小明')
    expect(listed).not.toContain('13812345678')
    const [row] = await db.select().from(visitorInvitations)
    const code = unseal(row!.codeSealed)
    expect(listed).not.toContain(code)
    expect(unseal(letters[0]!.params!)).toContain(code)
    const shown = await (await one.action(sent(staff, day.id, {}, row!.id))).json()
    expect(shown).toMatchObject({ note: '王小明代表', code })
    expect(await acts()).toEqual(['visitor-invited', 'visitor-invitation-shown'])
  })

  test('none goes out once the last slot is over, and before that one still does', async () => {
    const { day, slot, group, staff } = await withDelegates()
    const fields = () => ({ key: aKey(), group: String(group.id), note: '王代表' })
    await setClock(new Date(slot.endsAt.getTime() - 60_000))
    expect((await answerTo(list.action(sent(staff, day.id, fields())) as Promise<unknown>)).status).toBe(303)
    await setClock(new Date(slot.endsAt.getTime() + 1000))
    const typed = fields()
    const answer = (await list.action(sent(staff, day.id, typed))) as Response
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({ refused: { why: 'over' }, state: { values: typed } })
    expect(await (await list.loader(asked(staff, day.id))).json()).toMatchObject({ refused: { why: 'over' }, rows: [{}] })
    expect(await db.$count(visitorInvitations)).toBe(1)
  })

  test.each([
    ['cancelled as a whole', async ({ staff, day }: Delegates) => cancelOpenDay(staff, day.id, '台风')],
    ['cancelled slot by slot', async ({ staff, slot }: Delegates) => cancelSlot(staff, slot.id, '台风')],
  ])('none goes out for a day that was %s, and the page says so', async (_how, cancel) => {
    const given = await withDelegates()
    const { day, group, staff } = given
    expect(await cancel(given)).toEqual({ ok: true })
    const fields = { key: aKey(), group: String(group.id), note: '王代表', contact: '13812345678' }
    expect((await answerTo(list.action(sent(staff, day.id, fields)) as Promise<unknown>)).status).toBe(409)
    expect(await (await list.loader(asked(staff, day.id))).json()).toMatchObject({ refused: { why: 'cancelled' } })
    expect(await db.$count(visitorInvitations)).toBe(0)
    expect(await db.$count(outbox)).toBe(0)
  })

  test('who does not manage the day gets no further, and a form with faults issues nothing', async () => {
    const { day, group, staff, invite } = await withDelegates()
    const { id } = await invite()
    const stranger = await aViewer('staff', (await aDepartment('别的局')).id)
    const fields = { key: aKey(), group: String(group.id), note: '王代表' }
    for (const [viewer, status] of [
      [stranger, 404],
      [null, 303],
      [await aViewer('auditor'), 403],
    ] as const) {
      expect((await answerTo(list.action(sent(viewer, day.id, fields)) as Promise<unknown>)).status).toBe(status)
      expect((await answerTo(one.action(sent(viewer, day.id, {}, id)))).status).toBe(status)
      expect((await answerTo(revocation.action(sent(viewer, day.id, {}, id)))).status).toBe(status)
    }
    for (const faults of [
      { ...fields, note: ' ' },
      { ...fields, group: '999' },
      { ...fields, contact: '没有' },
    ])
      expect((await answerTo(list.action(sent(staff, day.id, faults)) as Promise<unknown>)).status).toBe(422)
    expect(await db.$count(visitorInvitations)).toBe(1)
  })

  test('what was written down about the invited goes with the registrations', async () => {
    const { delegates, day, slot, invite } = await withDelegates()
    const { id } = await invite({ contact: { kind: 'phone', address: '13812345678' } })
    await registerParty(aParty(delegates, { invitationId: id }))
    await setClock(new Date(slot.endsAt.getTime() + (day.keptDays + 1) * 86_400_000))
    expect((await databaseNow()) > slot.endsAt).toBe(true)
    await forgetVisitors()
    expect((await db.select().from(visitorInvitations))[0]).toMatchObject({ note: null, contact: null })
    expect(await db.select().from(deletionCertificates)).toMatchObject([{ registrations: 1, invitations: 1 }])
  })

  test('and where nobody registered it goes on the same day, counted once in the certificate', async () => {
    const { day, slot, invite } = await withDelegates()
    await invite({ contact: { kind: 'phone', address: '13812345678' } })
    await invite()
    await setClock(new Date(slot.endsAt.getTime() + (day.keptDays - 1) * 86_400_000))
    await forgetVisitors()
    expect(await db.$count(visitorInvitations, isNotNull(visitorInvitations.note))).toBe(2)
    await setClock(new Date(slot.endsAt.getTime() + (day.keptDays + 1) * 86_400_000))
    await forgetVisitors()
    await forgetVisitors()
    for (const { note, contact } of await db.select().from(visitorInvitations)) expect([note, contact]).toEqual([null, null])
    expect(await db.select().from(deletionCertificates)).toMatchObject([
      { openDayId: day.id, registrations: 0, contacts: 0, invitations: 2 },
    ])
    expect((await db.select().from(record)).filter(({ act }) => act === 'visitors-forgotten')).toHaveLength(1)
  })
})
