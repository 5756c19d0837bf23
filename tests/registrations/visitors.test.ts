import type { ActionFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { outbox } from '#db/schema/messages'
import { slots, visitorGroups, quotas } from '#db/schema/open-days'
import { registrations } from '#db/schema/registrations'
import { loader as notice } from '~/open-days/pages/show'
import { loader as home } from '~/county/pages/home'
import { dayCounts, nextOpenDays, openDayBySlug, openDaysBetween, openDaysIn } from '~/open-days/reads.server'
import { action as lost } from '~/registrations/pages/lost'
import { action as accept } from '~/registrations/pages/acceptance'
import { action as cancel } from '~/registrations/pages/cancellation'
import { action as register, loader as form } from '~/registrations/pages/new'
import { action as change } from '~/registrations/pages/party'
import { loader as show } from '~/registrations/pages/show'
import type { Turn } from '~/registrations/parts/turn'
import { isRegistration } from '~/registrations/reads.server'
import { registerParty } from '~/registrations/register-writes.server'
import { visitFor } from '~/registrations/visit.server'
import { aContext, aPost } from '../comments/given'
import { setClock, useDatabase } from '../support/database'
import { aKey, anOpenDay, aParty } from './given'

useDatabase()

type Answer = { status: number; to: string | null; turn?: Turn | null; known?: boolean; text: string }
const answer = async (given: unknown): Promise<Answer> => {
  const response = given as Response
  const text = await response.text()
  return { status: response.status, to: response.headers.get('Location'), text, ...(text ? (JSON.parse(text) as object) : {}) }
}
let people = 0
const aNumber = () => `137${String(++people).padStart(8, '0')}`
type Open = Awaited<ReturnType<typeof anOpenDay>>
const fields = ({ slot, pool }: Open, more: Record<string, string> = {}) => ({
  key: aKey(),
  place: `${slot.id}-${pool.id}`,
  size: '1',
  name: '王小明',
  contact: aNumber(),
  ...more,
})
const post = (open: Open, sent: Record<string, string>) =>
  register({
    request: aPost(`/open-days/${open.day.slug}/registration`, sent),
    params: { slug: open.day.slug },
    context: aContext(),
  }).then(answer)
const codeOf = ({ to }: Answer) => to!.split('/').at(-1)!
const act = (action: (given: ActionFunctionArgs) => Promise<unknown>, code: string, sent: Record<string, string> = {}) =>
  action({ request: aPost('/x', sent), params: { code }, context: aContext() }).then(answer)

describe('the notice', () => {
  test('is there once it is published, with what is left; a draft is not', async () => {
    const open = await anOpenDay({ seats: 3, slots: 3 })
    const later = await anOpenDay()
    const draft = await anOpenDay({ publishedAt: null, publishedBy: null })
    await registerParty(aParty(open.pool, { size: 2 }))
    expect((await openDayBySlug(open.day.slug))?.slots[0]?.pools).toMatchObject([{ capacity: 3, taken: 2 }])
    await setClock(new Date(open.slots[2]!.endsAt.getTime() - 60_000))
    expect(await openDayBySlug(draft.day.slug)).toBeNull()
    await expect(
      notice({ request: new Request('http://localhost/x'), params: { slug: draft.day.slug }, context: aContext() }),
    ).rejects.toMatchObject({ status: 404 })
    expect((await openDaysIn({ tab: 'upcoming', limit: 5 })).map(({ id }) => id)).toEqual([open.day.id])
    expect(await dayCounts()).toEqual({ upcoming: 1, past: 1 })
    expect((await openDaysIn({ tab: 'past', limit: 5 })).map(({ id }) => id)).toEqual([later.day.id])
    expect(
      (await home({ request: new Request('http://localhost/'), params: {}, context: aContext() }).then((page) => page.json())).days,
    ).toMatchObject([{ slug: open.day.slug }])
    await setClock(new Date(open.slots[2]!.endsAt.getTime() + 60_000))
    expect((await nextOpenDays(3)).length).toBe(0)
    const { startsAt } = open.slot
    expect(await openDaysBetween(startsAt, new Date(startsAt.getTime() + 1))).toHaveLength(1)
    expect(await openDaysBetween(new Date(startsAt.getTime() + 1), new Date(startsAt.getTime() + 2))).toHaveLength(0)
  })
})

describe('registering', () => {
  test('ends at the page of its code with 303; the form is kept by no cache', async () => {
    const open = await anOpenDay()
    const shown = await form({ request: new Request('http://localhost/x'), params: { slug: open.day.slug }, context: aContext() })
    expect(shown.headers.get('Cache-Control')).toContain('no-store')
    const sent = await post(open, fields(open, { size: '2' }))
    expect(sent.status).toBe(303)
    expect(await visitFor(codeOf(sent))).toMatchObject({
      state: 'confirmed',
      size: 2,
      name: '王小明',
      contact: expect.stringContaining('****'),
    })
  })

  test('the same form twice gives one registration', async () => {
    const open = await anOpenDay()
    const same = fields(open)
    expect((await post(open, same)).to).toBe((await post(open, same)).to)
    expect(await db.$count(registrations)).toBe(1)
  })

  test('with faults comes back with 422, the sentences and everything typed', async () => {
    const open = await anOpenDay({ houseRules: '不带宠物', houseRulesVersion: 2 })
    const { status, turn } = await post(open, fields(open, { size: '9', contact: '没有', name: '', rules: '1' }))
    expect(status).toBe(422)
    expect(turn).toMatchObject({ values: { size: '9', contact: '没有' } })
    expect(Object.keys(turn!.errors).sort()).toEqual(['contact', 'name', 'rules', 'size'])
    expect(await db.$count(registrations)).toBe(0)
  })

  test('a contact that is registered already learns nothing of the first registration; its link goes to the contact', async () => {
    const open = await anOpenDay()
    const contact = aNumber()
    const first = codeOf(await post(open, fields(open, { contact })))
    const again = await post(open, fields(open, { contact: `+86 ${contact}`, name: '别人' }))
    expect(again).toMatchObject({ status: 409, known: true, turn: null, to: null })
    expect(again.text).not.toContain(first)
    expect(again.text).not.toContain('confirmed')
  })

  test('places by invitation, and needs the slot has no places for, cannot be had by this form', async () => {
    const open = await anOpenDay({ places: { wheelchair: 1 } })
    const [group] = await db.insert(visitorGroups).values({ openDayId: open.day.id, position: 1, name: '代表', invited: true }).returning()
    const [invited] = await db
      .insert(quotas)
      .values({ openDayId: open.day.id, slotId: open.slot.id, groupId: group!.id, capacity: 5 })
      .returning()
    const forged = await post(open, fields(open, { place: `${open.slot.id}-${invited!.id}` }))
    expect(forged).toMatchObject({ status: 422, turn: { errors: { place: 'registrations:error.place-gone' } } })
    expect(await post(open, fields(open, { size: '2', wheelchairs: '2' }))).toMatchObject({
      status: 422,
      turn: { errors: { wheelchairs: 'registrations:error.need-never' } },
    })
    expect((await post(open, fields(open, { wheelchairs: '1' }))).status).toBe(303)
  })
})

describe('with the code', () => {
  test('the waiting list is counted, an offer is accepted, and others cannot take it', async () => {
    const open = await anOpenDay({ seats: 1 })
    const [first, second, third] = [await post(open, fields(open)), await post(open, fields(open)), await post(open, fields(open))].map(
      codeOf,
    )
    expect(await visitFor(third)).toMatchObject({ state: 'waiting', ahead: 1 })
    expect((await act(accept, second!)).status).toBe(409)
    expect((await act(cancel, first!)).status).toBe(303)
    expect(await visitFor(second)).toMatchObject({ state: 'offered', mayAccept: true })
    expect((await act(accept, second!)).status).toBe(303)
    expect(await visitFor(second)).toMatchObject({ state: 'confirmed' })
    expect((await act(cancel, first!)).status).toBe(409)
  })

  test('a party grows only where there is room', async () => {
    const open = await anOpenDay({ seats: 3 })
    const code = codeOf(await post(open, fields(open)))
    await post(open, fields(open))
    expect((await act(change, code, { size: '2' })).status).toBe(303)
    expect((await act(change, code, { size: '3' })).status).toBe(422)
    expect(await visitFor(code)).toMatchObject({ size: 2 })
  })

  test('after a move it is asked again', async () => {
    const open = await anOpenDay()
    const code = codeOf(await post(open, fields(open)))
    expect(await visitFor(code)).toMatchObject({ moved: false })
    await db.update(slots).set({ version: 2 }).where(eq(slots.id, open.slot.id))
    expect(await visitFor(code)).toMatchObject({ moved: true })
  })

  test('a wrong code opens a page that says so; the right one is kept by no cache', async () => {
    const at = (code: string) => show({ request: new Request('http://localhost/x'), params: { code }, context: aContext() })
    expect((await at('nothing')).status).toBe(404)
    expect(await isRegistration('0000-0000-0000-0000')).toBe(false)
  })

  test('a lost code goes to the contact; the page answers alike for those it does not know', async () => {
    const open = await anOpenDay()
    const contact = aNumber()
    await post(open, fields(open, { contact }))
    const before = await db.$count(outbox)
    const ask = (typed: string) =>
      lost({ request: aPost('/registrations/lost', { contact: typed }), params: {}, context: aContext() }).then(answer)
    const unknown = await ask('13600000000')
    expect(await db.$count(outbox)).toBe(before)
    expect(await ask(contact)).toEqual(unknown)
    expect(await db.$count(outbox)).toBe(before + 1)
  })
})
