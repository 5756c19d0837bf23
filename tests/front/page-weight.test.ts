import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { ask, useSite } from '../support/site'

const site = useSite({ DEMO: 'on' })
const MOST = 30 * 1024

/** Everything a page asks for beside itself: stylesheets, scripts and what they import, pictures. */
function loads(text: string): string[] {
  const tags = [...text.matchAll(/<(?:link|script|img)\b[^>]*?\b(?:href|src)="(\/[^"]+)"/g)]
  const imports = [...text.matchAll(/(?:\bfrom|\bimport|@import|url\()\s*["'(]?([./][^"')\s]+\.(?:js|css|svg|woff2?))/g)]
  return [...tags, ...imports].map((found) => found[1]!.replaceAll('&amp;', '&'))
}

async function weightOf(path: string) {
  const parts = new Map<string, number>()
  const left = loads((await ask(site.app.url + path)).body).map((found) => new URL(found, site.app.url + path).href)
  while (left.length > 0) {
    const address = left.pop()!
    if (parts.has(address)) continue
    const { status, body } = await ask(address)
    expect([address, status]).toEqual([address, 200])
    parts.set(address, gzipSync(body).length)
    if (/\.(js|css)$/.test(address)) left.push(...loads(body).map((found) => new URL(found, address).href))
  }
  return parts
}

test('whatever a resident opens, what the page loads is at most 30 kB gzipped', async () => {
  const lists = await Promise.all(['/consultations', '/reports'].map(async (path) => (await ask(site.app.url + path)).body))
  const slugs = [...new Set(lists.flatMap((body) => [...body.matchAll(/\/consultations\/([a-z0-9-]+)/g)].map((found) => found[1]!)))]
  expect(slugs.length).toBeGreaterThan(3)
  const perConsultation = ['', '/comments', '/comments/new', '/report'].flatMap((part) =>
    slugs.map((slug) => `/consultations/${slug}${part}`),
  )
  for (const path of ['/', '/consultations', '/reports', '/receipts', '/privacy', '/sign-in', ...perConsultation]) {
    const parts = await weightOf(path)
    expect(parts.size, path).toBeGreaterThanOrEqual(2)
    const weight = [...parts.values()].reduce((sum, each) => sum + each, 0)
    expect(weight, `${path}: ${[...parts].map(([address, bytes]) => `${address} ${bytes}`).join(', ')}`).toBeLessThanOrEqual(MOST)
  }
})
