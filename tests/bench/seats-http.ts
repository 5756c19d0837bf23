import { fork } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { once } from 'node:events'
import type { Request } from 'autocannon'
import { aCrowd } from '../support/crowd'
import { aCountyToMeasure } from './county'
import { compared, inTurn, serve, type Row } from './measure'

const SEATS = 500
const CLIENTS = 200

/** Registrations by form post, 200 at once for one slot, against bare handlers: a row lock for each request, and groups. */
export async function seatsHttp(): Promise<Row[]> {
  const county = await aCountyToMeasure({ TRUSTED_PROXIES: '127.0.0.1' })
  const [at, other] = [await aSlot(county.owner, 'ours'), await aSlot(county.owner, 'bare')]
  const bare = await serve('tests/bench/bare-seats-http.ts', { DATABASE_URL: county.databaseUrl, SLOT: JSON.stringify(other) })
  const requests: Request[] = [{ method: 'POST', setupRequest: aForm(`${at.slotId}-${at.quotaId}`) }]
  const request = { requests, connections: CLIENTS }
  const [ours, lock, batch] = await inTurn([
    { url: `${county.app.url}/open-days/ours/registration`, request },
    { url: `${bare.url}/lock`, request },
    { url: `${bare.url}/batch`, request },
  ])
  bare.stop()
  const others = await forOthers(county, await aSlot(county.owner, 'rush'))
  await county.stop()
  return [
    compared('seats-http', ours!, lock!, 'registrations/s', 1.5),
    // Printed to be seen beside it; nobody promised a share of this one.
    compared('seats-http/batched', ours!, batch!, 'registrations/s', 0),
    { name: 'seats-http/others', ours: others, reference: 1000, unit: 'ms p95, pages', ratio: 1000 / others, goal: 1, ok: others <= 1000 },
  ]
}

const CROWD = 10_000

/** How long everyone else's pages take (95th percentile, ms) from the moment so many register at once until the last has an answer. */
async function forOthers({ app }: County, at: Awaited<ReturnType<typeof aSlot>>) {
  const pages = ['/', '/open-days/rush', '/consultations/bench'].map((path) => app.url + path)
  const readers = fork('tests/bench/others.mts', pages, { execArgv: ['--import', 'tsx'] })
  await once(readers, 'spawn')
  const url = `${app.url}/open-days/rush/registration`
  const { all, post, close } = await aCrowd([url], CROWD)
  const answers = await all(() => post(url, theFields(`${at.slotId}-${at.quotaId}`)))
  close()
  if (answers.some(({ status }) => status !== 303))
    throw new Error(`not everyone was registered: ${JSON.stringify(answers.find(({ status }) => status !== 303))}`)
  readers.send('stop')
  const [took] = (await Promise.race([once(readers, 'message'), once(readers, 'exit').then(() => [[]])])) as [number[]]
  return took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.95)]!
}

type County = Awaited<ReturnType<typeof aCountyToMeasure>>

export async function aSlot(sql: County['owner'], slug: string) {
  const [department] = await sql`select id from departments limit 1`
  const [staff, publisher] = await sql`select id from accounts order by email_key limit 2`
  const [day] = await sql`
    insert into open_days (slug, department_id, title, place, who_may_come, opens_at, closes_at, prepared_by, submitted_at, submitted_by, published_at, published_by)
    values (${slug}, ${department!.id}, '走进自来水厂', '自来水厂', '全县居民', app_now() - interval '1 day', app_now() + interval '8 days',
      ${staff!.id}, app_now(), ${staff!.id}, app_now(), ${publisher!.id})
    returning id`
  const [slot] = await sql`
    insert into slots (open_day_id, position, arrive_at, starts_at, ends_at)
    values (${day!.id}, 1, app_now() + interval '10 days', app_now() + interval '10 days', app_now() + interval '11 days') returning id`
  const [quota] = await sql`insert into quotas (open_day_id, slot_id, capacity) values (${day!.id}, ${slot!.id}, ${SEATS}) returning id`
  return { openDayId: day!.id as number, slotId: slot!.id as number, quotaId: quota!.id as number, departmentId: department!.id as number }
}

let people = 0

const theFields = (place: string) => ({
  key: randomBytes(16).toString('base64url'),
  place,
  size: '1',
  name: '王小明',
  contact: `139${String(++people).padStart(8, '0')}`,
})

/** Each a person of their own, from a household of their own. */
export const aForm = (place: string) => (request: Request) => ({
  ...request,
  body: new URLSearchParams(theFields(place)).toString(),
  headers: {
    'Content-Type': 'application/x-www-form-urlencoded',
    'Sec-Fetch-Site': 'same-origin',
    'X-Forwarded-For': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`,
  },
})
