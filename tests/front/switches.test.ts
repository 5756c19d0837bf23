import { expect, it } from 'vitest'
import { ask, useSite } from '../support/site'

const site = useSite()
const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' }
const post = (path: string, fields: Record<string, string>, cookie = '') =>
  ask(`${site.app.url}${path}`, { method: 'POST', headers: { ...headers, Cookie: cookie }, body: new URLSearchParams(fields).toString() })

const unescaped = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&')
const hidden = (html: string, name: string) => unescaped(html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '')
const whole = { name: '李雷', contact: '13700005555', password: '门前大桥下游过一群鸭' }

it('a switch on a form that came back with errors carries what was typed, and no password', async () => {
  const refused = await post('/sign-up', { ...whole, contact: '不是号码' })
  expect(refused.status).toBe(422)
  const carried = hidden(refused.body, 'carried')
  expect(JSON.parse(carried)).toEqual({ name: '李雷', contact: '不是号码' })
  const switched = await post('/preferences', { lang: 'en', back: '/sign-up', carried })
  expect([switched.status, switched.headers.location]).toEqual([307, '/sign-up'])
  const again = await post('/sign-up', { lang: 'en', back: '/sign-up', carried }, String(switched.headers['set-cookie']).split(';')[0])
  expect(again.status).toBe(422)
  expect(again.body).toContain('<html lang="en"')
  expect(again.body).toContain('value="李雷"')
})

it('what a switch carries back is shown and never done, however complete it is', async () => {
  const answer = await post('/sign-up', { carried: JSON.stringify(whole) })
  expect(answer.status).toBe(422)
  expect(answer.body).toContain('value="13700005555"')
  expect((await post('/sign-in', { contact: whole.contact, password: whole.password })).status).toBe(422)
})

it('control: sent by its own button the same form is done', async () => {
  expect((await post('/sign-up', whole)).headers.location).toBe('/sign-in?after=made')
  expect((await post('/sign-in', { contact: whole.contact, password: whole.password })).status).toBe(303)
})

it('a damaged parcel is an empty form, not a fault', async () => {
  for (const carried of ['', '[]', 'null', '"x"', '{"name":{"a":1}}', '{'])
    expect((await post('/sign-up', { carried })).status, carried).toBe(422)
})

it('a page that was only opened has nothing to carry, and its switch leads to it by address', async () => {
  const page = await ask(`${site.app.url}/sign-up`)
  expect(page.body).not.toContain('name="carried"')
  expect((await post('/preferences', { display: 'elder', back: '/sign-up' })).status).toBe(303)
})

it('elder mode offers three sizes of text, kept in the cookie of the display; other pages do not', async () => {
  const chosen = await post('/preferences', { display: 'elder-largest', back: '/help?x=1' })
  expect(chosen.headers.location).toBe('/help?x=1')
  const cookie = String(chosen.headers['set-cookie']).split(';')[0]!
  const large = (await ask(`${site.app.url}/help`, { headers: { Cookie: cookie } })).body
  expect(large).toContain('data-display="elder" data-text="largest"')
  expect(large.match(/name="display" value="elder(-large|-largest)?" aria-pressed="(true|false)"/g)).toHaveLength(3)
  expect(large).toMatch(/value="elder-largest" aria-pressed="true"/)
  const plain = (await ask(`${site.app.url}/help`)).body
  expect(plain).not.toMatch(/data-text|elder-large/)
  expect((await ask(`${site.app.url}/help`, { headers: { Cookie: 'display=elder-<x>' } })).body).toContain('data-display="standard"')
})
