import { describe, expect, it } from 'vitest'
import { ask, useSite } from '../support/site'

const site = useSite()

const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
// One document post, one through Remix's data address, one to a resource route without a component.
const addresses = [
  '/sign-in',
  '/sign-in?_data=accounts%2Fpages%2Fsign-in',
  '/preferences',
  '/preferences?_data=web%2Fpages%2Fpreferences',
  '/sign-out',
  '/nothing-here',
]

const foreign: [string, (own: URL) => Record<string, string>][] = [
  ['another origin', () => ({ Origin: 'https://evil.example' })],
  ['a null origin', () => ({ Origin: 'null' })],
  ['no origin at all', () => ({})],
  ['a sibling subdomain', (own) => ({ Origin: `http://other.${own.host}` })],
  ['another port', (own) => ({ Origin: `http://${own.hostname}:1` })],
  ['another scheme', (own) => ({ Origin: `https://${own.host}` })],
  [
    'a forged X-Forwarded-Host',
    () => ({ Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' }),
  ],
  ['Sec-Fetch-Site cross-site', (own) => ({ 'Sec-Fetch-Site': 'cross-site', Origin: own.origin })],
  ['Sec-Fetch-Site same-site', (own) => ({ 'Sec-Fetch-Site': 'same-site', Origin: own.origin })],
  ['Sec-Fetch-Site none', (own) => ({ 'Sec-Fetch-Site': 'none', Origin: own.origin })],
]

describe.each(addresses)('a post to %s', (path) => {
  it.each(foreign)('from %s is refused with a readable page', async (_, headersFor) => {
    const headers = { ...form, ...headersFor(new URL(site.app.url)) }
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await ask(site.app.url + path, { method, headers, body: 'lang=en&back=/' })
      expect([method, answer.status]).toEqual([method, 403])
      expect(answer.body).toContain('没有执行')
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
  })
})

it('the same post from our own page is carried out, by Sec-Fetch-Site or by Origin', async () => {
  const ours: Record<string, string>[] = [{ 'Sec-Fetch-Site': 'same-origin' }, { Origin: new URL(site.app.url).origin }]
  for (const headers of ours) {
    const answer = await ask(`${site.app.url}/preferences`, {
      method: 'POST',
      headers: { ...form, ...headers },
      body: 'lang=en&back=/consultations',
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/consultations')
    expect(String(answer.headers['set-cookie'])).toContain('lang=en')
  }
})

it.each([
  '//evil.example',
  '/\\evil.example',
  '\\/evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/%2f%2fevil.example',
  '/%5cevil.example',
  '///evil.example',
  '/\tevil',
  'evil.example',
  '/@evil.example//x\n',
  '/%0d%0aSet-Cookie:x=1',
  'https:evil.example',
  '/.//evil.example',
  '//evil.example/%2f..',
])('a return path of %j stays on this site', async (back) => {
  const answer = await ask(`${site.app.url}/preferences`, {
    method: 'POST',
    headers: { ...form, 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({ lang: 'en', back }).toString(),
  })
  expect(answer.status).toBe(303)
  const target = new URL(String(answer.headers.location), site.app.url)
  expect(target.origin).toBe(new URL(site.app.url).origin)
})
