import { parseWithZod } from '@conform-to/zod/v4'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { FIELDS_MOST } from '~/web/posted.server'
import { anOpenConsultation, aKey } from '../comments/given'
import { anOffice, aPrepared } from '../consultations/given'
import { ask, cookieOf, useSharedSite } from '../support/site'

const site = useSharedSite()
const own = { 'Sec-Fetch-Site': 'same-origin' }
const URLENCODED = 'application/x-www-form-urlencoded'
const post = (path: string, type: string | undefined, body: string | Buffer, more: Record<string, string> = {}) =>
  ask(site.app.url + path, { method: 'POST', headers: { ...own, ...(type ? { 'Content-Type': type } : {}), ...more }, body })

let comment: string
let upload: string
let staff: string
beforeAll(async () => {
  const { consultation } = await anOpenConsultation()
  comment = `/consultations/${consultation.slug}/comments/submission`
  const office = await anOffice()
  upload = `/desk/consultations/${await aPrepared(office)}`
  staff = await cookieOf(office.staff)
})

const timed = async <T>(work: () => T | Promise<T>) => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

describe('a form of very many fields', () => {
  const floods = {
    urlencoded: [URLENCODED, 'a=&'.repeat(130_000)],
    'urlencoded with one array': [URLENCODED, 'a[]=&'.repeat(100_000)],
    multipart: ['multipart/form-data; boundary=b', `${'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(9_000)}--b--`],
  } as const

  it.each(Object.entries(floods))('%s is refused at once, wherever it is sent, while others are served', async (_, [type, body]) => {
    for (const path of ['/sign-in', comment, '/preferences', '/receipts']) {
      const flood = post(path, type, body)
      const meanwhile = await timed(() => ask(`${site.app.url}/healthz`))
      const took = await timed(() => flood)
      const { status, body: page } = await flood
      expect([path, status]).toEqual([path, 413])
      expect(page).toContain('内容太大')
      expect(meanwhile).toBeLessThan(1_000)
      expect(took).toBeLessThan(1_000)
    }
  })

  it('one of as many fields as the widest desk form has is read', async () => {
    const { status } = await post('/sign-in', URLENCODED, 'a=1&'.repeat(FIELDS_MOST - 1))
    expect(status).toBe(422)
  })

  it('the form library alone takes time by the square of the fields: the test above proves the limit', () => {
    const read = (count: number) => {
      const form = new FormData()
      for (let i = 0; i < count; i++) form.append('a', '')
      const from = process.cpuUsage()
      parseWithZod(form, { schema: z.object({ a: z.array(z.string()) }), disableAutoCoercion: true })
      return process.cpuUsage(from).user
    }
    read(1_000)
    // Eight times the fields: 64 times the work if it is the square, 8 if it were not.
    expect(read(24_000) / read(3_000)).toBeGreaterThan(12)
  })
})

describe('what is no form of ours is refused in words', () => {
  const part = (disposition: string) => `--b\r\nContent-Disposition: ${disposition}\r\n\r\nx\r\n--b--\r\n`
  const refused: [string, string | undefined, string, number][] = [
    ['json', 'application/json', '{"body":"x"}', 415],
    ['text', 'text/plain', 'body=x', 415],
    ['no content type', undefined, 'body=x', 415],
    ['multipart without boundary', 'multipart/form-data', part('form-data; name="a"'), 400],
    ['multipart with another boundary', 'multipart/form-data; boundary=c', part('form-data; name="a"'), 400],
    ['a part without a name', 'multipart/form-data; boundary=b', part('form-data'), 400],
    ['a part cut off', 'multipart/form-data; boundary=b', part('form-data; name="a"').slice(0, 50), 400],
  ]
  it.each(refused)('%s', async (_, type, body, expected) => {
    for (const path of ['/sign-in', comment, '/preferences']) {
      const { status, body: page } = await post(path, type, body)
      expect([path, status]).toEqual([path, expected])
      expect(page).toContain('无法读取这次提交')
    }
  })

  it.each([
    '__intent__=1',
    '__intent__={"type":"reset"}',
    '__state__=x',
    '__proto__[a]=1',
    'constructor[x]=1',
    'a]b=1',
    'body[9999999]=x',
    'a..b=1',
  ])('a field %s is no command and no path', async (field) => {
    const { status } = await post(comment, URLENCODED, `${field}&key=${aKey()}&body=`)
    expect(status).toBe(422)
    const sent = await post(comment, URLENCODED, `${field}&key=${aKey()}&body=${encodeURIComponent('同意这一条。')}`)
    expect(sent.status).toBe(303)
  })
})

describe('uploads', () => {
  const file = (name: string, bytes: number) =>
    `--b\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n${'x'.repeat(bytes)}\r\n--b--\r\n`
  const type = 'multipart/form-data; boundary=b'
  const large = file('a.txt', 600 * 1024)

  it('more than a form holds is taken only at the pages for files, and only from who is signed in', async () => {
    expect((await post(`${upload}/files`, type, large, { Cookie: staff })).status).toBe(303)
    expect((await post(`${upload}/files`, type, large)).status).toBe(413)
    expect((await post(`${upload}/notice`, type, large, { Cookie: staff })).status).toBe(413)
    expect((await post(comment, type, large, { Cookie: staff })).status).toBe(413)
    expect((await post('/sign-in', type, large, { Cookie: 'sid=made-up' })).status).toBe(413)
  })

  it('with a session that is over it is not read: the way goes to the sign-in page', async () => {
    const { status, headers } = await post(`${upload}/files`, type, large, { Cookie: 'sid=made-up' })
    expect(status).toBe(303)
    expect(headers.location).toContain('/sign-in')
  })

  it('a file over its limit is told so, and the page for too much says the true limits', async () => {
    const over = await post(`${upload}/files`, type, file('b.txt', 11 * 1024 * 1024), { Cookie: staff })
    expect(over.status).toBe(422)
    expect(over.body).toContain('10 MB')
    const most = await post(`${upload}/files`, type, file('b.txt', 31 * 1024 * 1024), { Cookie: staff })
    expect(most.status).toBe(413)
    expect(most.body).toContain('每个文件不超过10 MB，一次上传的文件合计不超过30 MB')
  })

  it.each(['a;b=c.txt', 'a%22b.txt', 'a%0D%0Ab.txt', '你 好.txt'])('a name like %s is kept, tidied', async (name) => {
    expect((await post(`${upload}/files`, type, file(name, 10), { Cookie: staff })).status).toBe(303)
  })

  it.each(['a"b.txt', 'a\r\nb.txt', 'a\\"b.txt'])('a name that breaks its part, %j, is no fault', async (name) => {
    const { status } = await post(`${upload}/files`, type, file(name, 10), { Cookie: staff })
    expect(status).toBeGreaterThanOrEqual(300)
    expect(status).toBeLessThan(500)
  })
})
