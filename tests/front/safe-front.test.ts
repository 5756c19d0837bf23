import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { ask, useSite } from '../support/site'

const site = useSite()
const own = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' }

describe('every answer', () => {
  it.each(['/', '/consultations', '/nothing-here', '/favicon.svg', '/enhance.js', '/healthz', '/api/v1/consultations'])(
    '%s carries the safety headers',
    async (path) => {
      const { headers } = await ask(site.app.url + path)
      if (path !== '/healthz') {
        expect(headers['content-security-policy']).toContain("default-src 'none'")
        expect(headers['content-security-policy']).toContain("script-src 'self'")
        expect(headers['content-security-policy']).not.toContain('unsafe')
        expect(headers['x-content-type-options']).toBe('nosniff')
        expect(headers['referrer-policy']).toBe('same-origin')
        expect(headers['x-frame-options']).toBe('DENY')
      }
      expect(headers['x-powered-by']).toBeUndefined()
    },
  )

  it('no page has an inline script, an inline style or an event handler, and none needs a nonce', async () => {
    for (const path of ['/', '/consultations', '/sign-in', '/reports', '/receipts', '/privacy']) {
      const { body } = await ask(site.app.url + path)
      expect(body).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|nonce=/i)
    }
  })
})

it('the address tricks of single fetch and route discovery lead nowhere', async () => {
  expect((await ask(`${site.app.url}/__manifest?p=/`)).status).toBe(404)
  expect((await ask(`${site.app.url}/_root.data`)).status).toBe(404)
  expect((await ask(`${site.app.url}/consultations.data`)).status).toBe(404)
})

describe('bodies', () => {
  it('a form over the limit is refused with a readable page before it is read', async () => {
    const answer = await ask(`${site.app.url}/preferences`, { method: 'POST', headers: own, body: `back=${'x'.repeat(600 * 1024)}` })
    expect(answer.status).toBe(413)
    expect(answer.body).toContain('内容太大')
  })

  it('a form without a length is cut off at the limit', async () => {
    const { hostname, port } = new URL(site.app.url)
    const ended = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), hostname)
      let said = ''
      socket.on('data', (data) => (said += data))
      socket.on('error', () => {})
      socket.on('close', () => resolve(said))
      socket.write(
        `POST /preferences HTTP/1.1\r\nHost: ${hostname}:${port}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n`,
      )
      const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
      const pump = () => {
        while (!socket.destroyed && socket.write(chunk));
        if (!socket.destroyed) socket.once('drain', pump)
      }
      pump()
    })
    expect(ended).not.toContain(' 200 ')
    expect((await ask(`${site.app.url}/healthz`)).status).toBe(200)
  })

  it.each([
    ['a field ten thousand times', 'back=/&'.repeat(10_000)],
    ['__proto__', '__proto__[lang]=en&constructor[prototype][x]=1&back=/'],
    ['broken percent encoding', 'lang=%E0%A4%A&back=%'],
    ['a NUL', 'lang=%00&back=%00'],
  ])('%s is no fault', async (_, body) => {
    const answer = await ask(`${site.app.url}/preferences`, { method: 'POST', headers: own, body })
    expect(answer.status).toBeLessThan(500)
  })
})

it.each([
  '/%',
  '/%00',
  '/consultations/%E0%A4%A',
  '/consultations/%00',
  '/consultations/..%2f..%2fetc',
  '//x',
  '/?%00',
  `/${'a'.repeat(5000)}`,
])('the address %j is no fault', async (path) => {
  const answer = await ask(site.app.url + path)
  expect(answer.status).toBeLessThan(500)
  expect(answer.body).not.toMatch(/at .*\.(ts|js):\d+/)
})

it('a missing page says so in the chosen language and says whom to call', async () => {
  expect((await ask(`${site.app.url}/nothing-here`)).body).toContain('找不到这个页面')
  expect((await ask(`${site.app.url}/nothing-here`, { headers: { Cookie: 'lang=en' } })).body).toContain('Page not found')
})
