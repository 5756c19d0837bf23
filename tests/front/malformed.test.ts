import { connect } from 'node:net'
import { beforeAll, describe, expect, it } from 'vitest'
import { submitComment } from '~/comments/writes.server'
import { anOpenConsultation, aSubmission } from '../comments/given'
import { anOffice, aPrepared } from '../consultations/given'
import { aCounty, aViewer } from '../support/people'
import { ask, cookieOf, useSharedSite } from '../support/site'

const site = useSharedSite()
const own = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' }
const get = (path: string, headers: Record<string, string> = {}) => ask(site.app.url + path, { headers })
const post = (path: string, fields: Record<string, string>, cookie = '') =>
  ask(site.app.url + path, { method: 'POST', headers: { ...own, Cookie: cookie }, body: new URLSearchParams(fields).toString() })
const wide = (code: string) => [...code].map((c) => String.fromCodePoint(c.codePointAt(0)! + 0xfee0)).join('')

let open: Awaited<ReturnType<typeof anOpenConsultation>>
const cookies = {} as Record<'administrator' | 'moderator' | 'staff' | 'auditor', string>
let prepared: string
beforeAll(async () => {
  await aCounty()
  open = await anOpenConsultation()
  const office = await anOffice()
  prepared = `/desk/consultations/${await aPrepared(office)}`
  cookies.staff = await cookieOf(office.staff)
  cookies.administrator = await cookieOf(await aViewer('administrator'))
  cookies.auditor = await cookieOf(await aViewer('auditor'))
  cookies.moderator = await cookieOf(await aViewer('moderator', open.department.id))
})

async function aReceipt() {
  const sent = await submitComment(aSubmission(open.consultation.id))
  if (!sent.ok) throw new Error(sent.why)
  return sent.code
}

describe('requests as no browser sends them', () => {
  const said = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const { hostname, port } = new URL(site.app.url)
      const socket = connect(Number(port), hostname, () => socket.write(text))
      let answer = ''
      socket.on('data', (data) => (answer += data))
      socket.on('error', reject)
      socket.on('close', () => resolve(answer))
    })

  it.each(['a b', '[::1', 'x:99999', 'evil"><script>', 'a@b', '', 'x/y'])('the Host %j is refused', async (host) => {
    const answer = await said(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1.1 400/)
    expect(answer).not.toContain('<script>')
  })

  it.each(['[::1]:3000', 'kaimen.example.cn', '127.0.0.1'])('the Host %j is one', async (host) => {
    expect(await said(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 200/)
  })

  it.each(['TRACE', 'PROPFIND', 'LINK'])('%s is not possible', async (method) => {
    const answer = await said(`${method} / HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1.1 405/)
  })

  it('slow headers are given up after ten seconds, not after half a minute', { timeout: 20_000 }, async () => {
    const { hostname, port } = new URL(site.app.url)
    const began = performance.now()
    await new Promise<void>((closed) => {
      const socket = connect(Number(port), hostname, () => socket.write('GET / HTTP/1.1\r\nHost: x\r\n'))
      socket.on('error', () => {}).on('data', () => {})
      socket.on('close', () => closed())
    })
    expect(performance.now() - began).toBeLessThan(17_000)
  })
})

describe('addresses and fields that name nothing', () => {
  it.each(['/desk/people/你/enabling', '/desk/people/%0d%0aSet-Cookie:x/enabling', '/desk/people/abc/enabling'])(
    '%s asks who is there, and then finds nobody',
    async (path) => {
      const stranger = await get(encodeURI(decodeURI(path)))
      expect(stranger.status).toBe(303)
      expect(stranger.headers.location).toMatch(/^\/sign-in\?back=/)
      expect((await get(encodeURI(decodeURI(path)), { Cookie: cookies.administrator })).status).toBe(404)
    },
  )

  it.each([
    ['', { role: 'auditor', why: '调岗' }],
    ['/disabling', { why: '离职' }],
    ['/enabling', {}],
  ])('POST /desk/people/abc%s finds nobody', async (path, fields) => {
    expect((await post(`/desk/people/abc${path}`, fields as Record<string, string>, cookies.administrator)).status).toBe(404)
  })

  it.each(['-99999999999', '99999999999', '0', '1.5', 'x'])('a comment of number %s is not there', async (number) => {
    const path = `/desk/consultations/${open.consultation.id}/comments/${number}`
    expect((await post(path, { visibility: 'published', seenVersion: '0' }, cookies.moderator)).status).toBe(404)
  })

  it.each(['from=0000-01-01', 'to=9999-12-31', 'from=9999-12-31', 'to=0000-01-01'])('the record of %s is shown', async (query) => {
    expect((await get(`/desk/record?${query}`, { Cookie: cookies.auditor })).status).toBe(200)
  })

  it.each<Record<string, string>>([
    { opensAt: '0001-01-01T00:00' },
    { closesOn: '0000-01-01' },
    { opensAt: '9999-12-31T23:59' },
    { closesOn: '9999-12-31' },
  ])('a notice with %j says which date to correct', async (dates) => {
    const fields = { title: '办法', lang: 'zh-CN', access: 'contact', nameMode: 'masked', ...dates }
    expect((await post(`${prepared}/notice`, fields, cookies.staff)).status).toBe(422)
  })

  it('a page that is missing says so in its title; the home page is called once', async () => {
    expect((await get('/nothing')).body).toContain('<title>找不到这个页面 – 测试县</title>')
    expect((await get('/')).body).toContain('<title>测试县</title>')
  })

  it.each(['files/00000000-0000-0000-0000-000000000000', 'files/x', 'report.csv'])('a missing %s is a page with words', async (path) => {
    const { status, body } = await get(`/consultations/${open.consultation.slug}/${path}`)
    expect(status).toBe(404)
    expect(body).toContain('找不到这个页面')
  })
})

describe('a receipt code in full-width letters', () => {
  it('opens the receipt', async () => {
    const code = await aReceipt()
    const { status, body } = await get(`/receipts/${encodeURIComponent(wide(code))}`)
    expect(status).toBe(200)
    expect(body).toContain(code)
  })

  it('withdraws, and leads to the code as it is printed', async () => {
    const code = await aReceipt()
    const { status, headers } = await post(`/receipts/${encodeURIComponent(wide(code))}/withdrawal`, {})
    expect([status, headers.location]).toEqual([303, `/receipts/${code}`])
  })
})

describe('data addresses', () => {
  const data = (path: string, route: string) => `${path}?_data=${encodeURIComponent(route)}`

  it('hand out nothing where no page is hydrated', async () => {
    const path = `/consultations/${open.consultation.slug}`
    expect((await get(path)).status).toBe(200)
    for (const address of [
      data(path, 'consultations/pages/show'),
      `${path}?%5Fdata=consultations%2Fpages%2Fshow`,
      data('/', 'root'),
      '/?_data',
    ]) {
      const answer = await get(address)
      expect([address, answer.status]).toEqual([address, 404])
      expect(answer.body).not.toContain('departmentId')
    }
    const posted = await post(data('/receipts', 'comments/pages/find-receipt'), { code: 'x' })
    expect(posted.status).toBe(404)
  })
})

it('the feed shows markup in a title as text, and is kept by nobody while the site has no address of its own', async () => {
  await anOpenConsultation({ title: '<img src=x onerror=alert(1)> & co', summary: '<b>x</b> ]]> y' })
  const { body, headers } = await get('/feeds/consultations.atom')
  expect(body).toContain('&#60;img src=x')
  expect(body).not.toMatch(/<img|<b>/)
  expect(headers['cache-control']).toBe('private, no-cache')
})

it('who signs in when too many do at once is told when to come back', async () => {
  const at = (n: number) => post('/sign-in', { contact: `nobody${n}@example.cn`, password: 'long enough, and wrong' })
  const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => at(n)))
  const turnedAway = answers.filter(({ status, body }) => status === 429 && body.includes('短时间内的请求太多'))
  expect(turnedAway.length).toBeGreaterThan(0)
  expect(turnedAway.map(({ headers }) => headers['retry-after'])).toEqual(turnedAway.map(() => '30'))
})
