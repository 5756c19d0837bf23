import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import postgres, { type Sql } from 'postgres'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { startApp, type App } from '../support/app'
import { aCrowd } from '../support/crowd'
import { useSharedSite } from '../support/site'
import { inDatabase } from '../support/template'
import { aKey, anOpenDay } from './given'

// The long form: LONG=1 npm run test:db tests/registrations/rush.test.ts
const CROWD = process.env.LONG ? 10_000 : 1_000
const SEATS = 100

const env = { TRUSTED_PROXIES: '127.0.0.1', LOG_LEVEL: 'silent' }
const site = useSharedSite(env)
let second: App
let owner: Sql

beforeAll(async () => {
  const server = inject('testServer')
  owner = postgres(inDatabase(server.ownerUrl, site.database), { max: 4, onnotice: () => {} })
  second = await startApp({ server, database: site.database, dataDir: '', env: { ...env, DEMO: 'off', KEY_FILE: process.env.KEY_FILE! } })
}, 120_000)
afterAll(async () => {
  await second.stop()
  await owner.end()
})

test(
  `${CROWD} people register over HTTP in one moment for ${SEATS} seats: exactly ${SEATS} have one, the others wait in the order of commit without a gap`,
  { timeout: 180_000 },
  async () => {
    const { url, slot, pool } = await aDay(site.app)
    const { all, post } = await aCrowd([url], CROWD)
    const seen = await watching(pool.id, () => all(() => post(url, aForm(slot, pool))))
    expect(seen.faults).toEqual([])
    expect(seen.samples).toBeGreaterThan(5)
    expect(new Set(seen.answers.map(({ status }) => status))).toEqual(new Set([303]))
    expect(new Set(seen.answers.map(({ location }) => location)).size).toBe(CROWD)
    expect(await states(pool.id)).toEqual([...Array<string>(SEATS).fill('confirmed'), ...Array<string>(CROWD - SEATS).fill('waiting')])
    const [{ told }] = (await owner`select count(*)::int as told from outbox`) as unknown as [{ told: number }]
    expect(told).toBe(CROWD)
  },
)

test(
  `the same through two processes, every fifth cancelling at once: never more than ${SEATS} have a seat, and none stands idle while people wait`,
  { timeout: 180_000 },
  async () => {
    const { slot, pool, path } = await aDay(site.app)
    const urls = [site.app.url, second.url]
    const { all, post } = await aCrowd(urls, CROWD)
    const seen = await watching(pool.id, () =>
      all(async (index) => {
        const url = urls[index % 2]!
        const answer = await post(url + path, aForm(slot, pool))
        if (index % 5 > 0 || answer.status !== 303) return answer
        return post(`${urls[(index / 5) % 2]}${answer.location}/cancellation`, {})
      }),
    )
    expect(seen.faults).toEqual([])
    expect(new Set(seen.answers.map(({ status }) => status))).toEqual(new Set([303]))
    const found = await states(pool.id)
    expect(found).toHaveLength(CROWD)
    expect(found.filter((state) => state === 'cancelled')).toHaveLength(CROWD / 5)
    expect(found.filter((state) => state === 'confirmed' || state === 'offered')).toHaveLength(SEATS)
  },
)

test('one form sent fifty times through both processes is one registration and fifty equal receipts; one person with fifty forms is one', async () => {
  const { slot, pool, path } = await aDay(site.app)
  const urls = [site.app.url, second.url]
  const { all, post } = await aCrowd(urls, 50)
  const form = aForm(slot, pool)
  const same = await all((index) => post(urls[index % 2]! + path, form))
  expect(new Set(same.map(({ status, location }) => `${status} ${location}`))).toEqual(new Set([`303 ${same[0]!.location}`]))
  const people = ['13900000001', '１３９０００００００１', ' 139 0000 0001 ']
  const one = await all((index) => post(urls[index % 2]! + path, { ...aForm(slot, pool), contact: people[index % 3]! }))
  expect(one.map(({ status }) => status).toSorted()).toEqual([303, ...Array<number>(49).fill(409)])
  expect(await states(pool.id)).toHaveLength(2)
})

test('negative control: counted first and written after, the same crowd oversells, and the samples show it', async () => {
  const { day, slot, pool } = await aDay(site.app)
  await owner`alter table quotas drop constraint quotas_never_oversold`
  onTestFinished(
    async () => void (await owner`alter table quotas add constraint quotas_never_oversold check (taken between 0 and capacity) not valid`),
  )
  const naive = createServer(async (_req, res) => {
    const [{ free }] = (await owner`select capacity - taken as free from quotas where id = ${pool.id}`) as unknown as [{ free: number }]
    await owner`
      insert into registrations (open_day_id, slot_id, quota_id, number, state, size, rank, person_key, contact_kind, lang, house_rules_version, code_key,
        code_sealed, form_key, form_print, slot_version)
      values (${day.id}, ${slot.id}, ${pool.id}, nextval('registrations_id_seq'), ${free > 0 ? 'confirmed' : 'waiting'}, 1, 1, ${aKey()}, 'phone', 'zh-CN', 1,
        ${aKey()}, '', ${aKey()}, '', 1)`
    if (free > 0) await owner`update quotas set taken = taken + 1 where id = ${pool.id}`
    res.writeHead(303, { Location: '/' }).end()
  }).listen(0, '127.0.0.1')
  await once(naive, 'listening')
  onTestFinished(() => void naive.close())
  const url = `http://127.0.0.1:${(naive.address() as AddressInfo).port}/`
  const { all, post } = await aCrowd([url], 400)
  const seen = await watching(pool.id, () => all(() => post(url, aForm(slot, pool))))
  expect(seen.faults).toContain('oversold')
})

async function aDay(app: App) {
  const made = await anOpenDay({ seats: SEATS })
  const path = `/open-days/${made.day.slug}/registration`
  return { ...made, path, url: app.url + path }
}

let people = 0

const aForm = (slot: { id: number }, pool: { id: number }) => ({
  key: aKey(),
  place: `${slot.id}-${pool.id}`,
  size: '1',
  name: '王小明',
  contact: `138${String(++people).padStart(8, '0')}`,
})

/** Looks at the tables all the while, each time in one snapshot: whatever is true only between two commits is seen. */
async function watching<T>(quotaId: number, act: () => Promise<T[]>) {
  const faults = new Set<string>()
  let samples = 0
  let over = false
  const acting = act().finally(() => (over = true))
  while (!over) {
    const [row] = await owner<{ capacity: number; taken: number; held: number; waiting: number; count: number; last: number }[]>`
      select q.capacity, q.taken, count(r)::int as count, coalesce(max(r.number), 0)::int as last,
             coalesce(sum(r.size) filter (where r.state in ('confirmed', 'offered')), 0)::int as held,
             (count(r) filter (where r.state = 'waiting'))::int as waiting
        from quotas q left join registrations r on r.quota_id = q.id where q.id = ${quotaId} group by q.id`
    if (row!.held > row!.capacity) faults.add('oversold')
    if (row!.held !== row!.taken) faults.add('miscounted')
    if (row!.count !== row!.last) faults.add('gap')
    if (row!.waiting > 0 && row!.held < row!.capacity) faults.add('idle')
    samples++
  }
  return { answers: await acting, faults: [...faults], samples }
}

/** In the order of their numbers, which have no gap. */
async function states(quotaId: number) {
  const rows = await owner<
    { number: number; state: string }[]
  >`select number, state from registrations where quota_id = ${quotaId} order by number`
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1))
  return rows.map(({ state }) => state)
}
