import { expect, it } from 'vitest'
import { anOpenSession, aPublished } from '../live/given'
import { ask, useSharedSite } from '../support/site'

const site = useSharedSite({ BASE_PATH: '/hudong/kaimen' })

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

it('so does the answer to a form that is asked before its page', async () => {
  const { id, code, moderator } = await anOpenSession()
  const number = await aPublished(id, moderator)
  const press = (cookie = '', query = '') =>
    ask(`${site.app.url}/live/${code}/questions/${number}/support${query}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin', Cookie: cookie },
      body: `back=${encodeURIComponent(`/live/${code}`)}`,
    })
  const sent = await press()
  expect([sent.status, sent.headers.location]).toEqual([307, `/hudong/kaimen/live/${code}/questions/${number}/support?marked=yes`])
  const [mark] = [sent.headers['set-cookie']].flat()
  const counted = await press(mark!.split(';')[0], '?marked=yes')
  expect([counted.status, counted.headers.location]).toEqual([303, `/hudong/kaimen/live/${code}?at=${number}#question-${number}`])
})

it('the root of the domain belongs to others', async () => {
  expect((await ask(new URL('/', site.app.url).href)).status).toBe(404)
})
