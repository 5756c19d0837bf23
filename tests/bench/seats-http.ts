import { randomBytes, randomInt } from 'node:crypto'
import { Agent, request } from 'node:http'
import autocannon, { type Request, type Result } from 'autocannon'
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
  const others = await othersInARush(county, await aSlot(county.owner, 'rush'))
  await county.stop()
  return [
    compared('seats-http', ours!, lock!, 'registrations/s', 1.5),
    // Printed to be seen beside it; nobody promised a share of this one.
    compared('seats-http/batched', ours!, batch!, 'registrations/s', 0),
    others,
  ]
}

const CROWD = 10_000
const OTHERS_MOST_MS = 1_000

/** How long everyone else waits for a page, 97.5th percentile, while ten thousand register in one moment. */
async function othersInARush({ app }: County, { slotId, quotaId }: Slot): Promise<Row> {
  const requests: Request[] = ['/', '/consultations', '/consultations/bench', '/open-days'].map((path) => ({ path }))
  let seen!: (result: Result) => void
  const result = new Promise<Result>((answer) => (seen = answer))
  // A thread of its own: what is measured is not how busy the crowd is.
  const reading = autocannon({ url: app.url, connections: 4, workers: 1, duration: 600, timeout: 60, requests }, (_, found) => seen(found))
  const agent = new Agent({ maxSockets: Infinity })
  const began = performance.now()
  const statuses = await Promise.all(
    Array.from({ length: CROWD }, () => send(agent, `${app.url}/open-days/rush/registration`, aForm(`${slotId}-${quotaId}`)({}))),
  )
  console.log(`${CROWD} registrations in one moment: all answered after ${((performance.now() - began) / 1000).toFixed(1)} s`)
  reading.stop()
  const { latency, non2xx, errors } = await result
  const bad = statuses.filter((status) => status !== 303).length + non2xx + errors
  if (bad > 0) throw new Error(`${bad} answers were not good`)
  const ours = latency.p97_5
  return { name: 'seats-http/others', ours, reference: null, unit: 'ms', ratio: null, goal: OTHERS_MOST_MS, ok: ours <= OTHERS_MOST_MS }
}

const send = (agent: Agent, url: string, { headers, body }: Request) =>
  new Promise<number>((answer, failed) => {
    const sent = request(url, { method: 'POST', agent, headers: headers as Record<string, string> }, (res) => {
      res.resume().on('end', () => answer(res.statusCode!))
    })
    sent.on('error', failed)
    sent.end(body)
  })

type County = Awaited<ReturnType<typeof aCountyToMeasure>>
type Slot = Awaited<ReturnType<typeof aSlot>>

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

/** Each a person of their own, from a household of their own. */
export const aForm = (place: string) => (request: Request) => ({
  ...request,
  body: new URLSearchParams({
    key: randomBytes(16).toString('base64url'),
    place,
    size: '1',
    name: '王小明',
    contact: `139${String(randomInt(1e8)).padStart(8, '0')}`,
  }).toString(),
  headers: {
    'Content-Type': 'application/x-www-form-urlencoded',
    'Sec-Fetch-Site': 'same-origin',
    'X-Forwarded-For': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`,
  },
})
