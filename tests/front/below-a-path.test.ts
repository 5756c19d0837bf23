import { expect, it } from 'vitest'
import { ask, useSite } from '../support/site'

const site = useSite({ BASE_PATH: '/hudong/kaimen' })

it('below a path every address in a page starts with it, and the pages answer there', async () => {
  const seen = new Set<string>()
  const left = ['']
  while (left.length > 0) {
    const path = left.pop()!
    const { status, body, headers } = await ask(site.app.url + path)
    expect([path, status < 400]).toEqual([path, true])
    if (!String(headers['content-type']).startsWith('text/html')) continue
    for (const [, found] of body.matchAll(/(?:href|src|action)="(\/[^"#]*)/g)) {
      expect(found!.startsWith('/hudong/kaimen'), `${found} on ${path}`).toBe(true)
      const next = found!.slice('/hudong/kaimen'.length).replaceAll('&amp;', '&')
      if (!seen.has(next) && !/sign-out|preferences|desk/.test(next)) left.push(next)
      seen.add(next)
    }
  }
  expect(seen.size).toBeGreaterThan(8)
})

it('redirects and cookies stay below the path', async () => {
  const answer = await ask(`${site.app.url}/preferences`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' },
    body: 'lang=en&back=/reports',
  })
  expect(answer.headers.location).toBe('/hudong/kaimen/reports')
  expect(String(answer.headers['set-cookie'])).toContain('Path=/hudong/kaimen')
})

it('the root of the domain belongs to others', async () => {
  expect((await ask(new URL('/', site.app.url).href)).status).toBe(404)
})
