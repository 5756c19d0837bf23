import type { AppLoadContext } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db } from '#db/connection.server'
import { openDayQuestions, slots, visitorGroups } from '#db/schema/open-days'
import { visitReports } from '#db/schema/visit-reports'
import { loader as openDay } from '~/open-data/open-day'
import * as schemas from '~/open-data/open-day-schemas'
import { loader as openDays_ } from '~/open-data/open-days'
import { LICENCE, problem } from '~/open-data/schemas'
import { registerParty } from '~/registrations/register-writes.server'
import { aDrawDay } from '../draws/given'
import { anOpenDay, aParty } from '../registrations/given'
import { setClock, useDatabase } from '../support/database'

useDatabase()

const context = { origin: 'https://kaimen.example.cn', county: { name: '测试县' } } as AppLoadContext
type Loader = (given: { request: Request; params: Record<string, string>; context: AppLoadContext }) => Promise<Response>

async function get(loader: Loader, path: string, params: Record<string, string> = {}, headers?: HeadersInit) {
  const response = await loader({ request: new Request(`https://kaimen.example.cn${path}`, { headers }), params, context })
  const text = await response.text()
  return { response, body: text ? (JSON.parse(text) as unknown) : null }
}
const list = async (path: string) => schemas.openDayList.parse((await get(openDays_, path)).body)
const one = async (slug: string) => schemas.openDay.parse((await get(openDay, '/', { slug })).body)

describe('the open days', () => {
  it('are listed page by page, each once, newest first, and unpublished ones never', async () => {
    const slugs: string[] = []
    const publishedAt = new Date(Date.now() - 86_400_000)
    for (let count = 0; count < 7; count++) slugs.push((await anOpenDay({ publishedAt })).day.slug)
    await anOpenDay({ publishedAt: null, publishedBy: null })
    const seen: string[] = []
    let path: string | null = '/api/v1/open-days?limit=3'
    while (path) {
      const { response, body } = await get(openDays_, path)
      const page = schemas.openDayList.parse(body)
      seen.push(...page.openDays.map(({ slug }) => slug))
      expect(response.headers.get('Link')).toBe(page.next ? `<${page.next}>; rel="next"` : null)
      path = page.next && page.next.replace('https://kaimen.example.cn', '')
    }
    expect(seen).toEqual(slugs.reverse())
  })

  it('of one department, or still to come, or over', async () => {
    const { day, department, slot } = await anOpenDay()
    await anOpenDay()
    const slugsOf = async (query: string) => (await list(`/api/v1/open-days?${query}`)).openDays.map(({ slug }) => slug)
    expect(await slugsOf(`department=${department.id}`)).toEqual([day.slug])
    expect(await slugsOf('when=upcoming')).toHaveLength(2)
    expect(await slugsOf('when=past')).toEqual([])
    await setClock(new Date(slot.endsAt.getTime() + 60_000))
    expect(await slugsOf(`when=past&department=${department.id}`)).toEqual([day.slug])
  })

  it('a wrong parameter is answered with a sentence, not with everything', async () => {
    for (const query of ['limit=0', 'limit=1000', 'when=soon', 'department=x']) {
      const { response, body } = await get(openDays_, `/api/v1/open-days?${query}`)
      expect(response.status).toBe(400)
      problem.parse(body)
    }
  })
})

describe('one open day', () => {
  it('has its notice, slots and places of each kind, and nothing of who comes or who prepared it', async () => {
    const { day, pool } = await anOpenDay({ places: { wheelchair: 2 }, choosing: 'first-come', asksPlate: true, plateWhy: '进厂登记' })
    await db.insert(visitorGroups).values({ openDayId: day.id, position: 1, name: '人大代表', invited: true })
    await db.insert(openDayQuestions).values({ openDayId: day.id, position: 1, label: '想看什么？', kind: 'line' })
    const contact = { kind: 'phone' as const, address: '13812345678' }
    const done = await registerParty(aParty(pool, { size: 2, wheelchairs: 1, name: '王小明', contact }))
    if (!done.ok) throw new Error(done.why)
    const { body } = await get(openDay, '/', { slug: day.slug })
    const shown = schemas.openDay.parse(body)
    expect(shown).toMatchObject({ stage: 'open', title: day.title, cancelledAt: null, draw: null, report: null })
    expect(shown.askedAfterSelection.plate).toEqual({ asked: true, why: '进厂登记' })
    expect(shown.questions).toEqual([{ label: '想看什么？', kind: 'line', options: [], required: false }])
    expect(shown.slots[0]!.places).toEqual([
      { kind: 'seat', group: null, byInvitation: false, capacity: 20, taken: 2 },
      { kind: 'wheelchair', group: null, byInvitation: false, capacity: 2, taken: 1 },
    ])
    for (const inside of ['王小明', '13812345678', done.code, day.preparedBy, day.publishedBy!, 'returnedWhy', 'lastNumber'])
      expect(JSON.stringify(body)).not.toContain(inside)
  })

  it('leads to its draw once the source is named and to its report once it is published', async () => {
    const { day, staff, publisher } = await aDrawDay()
    expect(await one(day.slug)).toMatchObject({ choosing: 'draw', draw: `https://kaimen.example.cn/open-days/${day.slug}/draw.json` })
    const written = { openDayId: day.id, revision: 1, preparedBy: staff.id }
    await db.insert(visitReports).values(written)
    expect((await one(day.slug)).report).toBeNull()
    const at = new Date()
    await db.update(visitReports).set({ submittedAt: at, submittedBy: staff.id, publishedAt: at, publishedBy: publisher.id, document: {} })
    expect((await one(day.slug)).report).toBe(`https://kaimen.example.cn/open-days/${day.slug}/report.json`)
  })

  it('that is cancelled says why; what is not published is not there', async () => {
    const { day } = await anOpenDay({ cancelledAt: new Date(), cancelledWhy: '台风' })
    expect(await one(day.slug)).toMatchObject({ stage: 'cancelled', cancelledWhy: '台风' })
    const { day: byAndBy, slot } = await anOpenDay({})
    await db.update(slots).set({ cancelledAt: new Date(), cancelledWhy: '停电' }).where(eq(slots.id, slot.id))
    expect(await one(byAndBy.slug)).toMatchObject({ stage: 'cancelled', cancelledWhy: null, slots: [{ cancelledWhy: '停电' }] })
    const { day: draft } = await anOpenDay({ publishedAt: null, publishedBy: null })
    for (const slug of [draft.slug, 'nowhere']) expect((await get(openDay, '/', { slug })).response.status).toBe(404)
  })
})

it('every answer may be read from any site, can be asked for again cheaply, and says its licence', async () => {
  const { day, pool } = await anOpenDay()
  for (const [loader, params] of [
    [openDays_, {}],
    [openDay, { slug: day.slug }],
  ] as [Loader, Record<string, string>][]) {
    const { response, body } = await get(loader, '/', params)
    expect(body).toMatchObject({ licence: LICENCE })
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
    const known = { 'If-None-Match': response.headers.get('ETag')! }
    expect((await get(loader, '/', params, known)).response.status).toBe(304)
    await registerParty(aParty(pool))
    expect((await get(loader, '/', params, known)).response.status).toBe(200)
  }
})
