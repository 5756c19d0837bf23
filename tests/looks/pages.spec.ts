import type { Page } from '@playwright/test'
import routes from '../../app/routes'
import { aPerson } from '../journey/desk'
import { expect, test, type Axe } from '../support/browser'

type Route = { path?: string; file: string; index?: boolean }
const pages = (routes as Route[])
  .filter(({ file, path }) => file.endsWith('.tsx') && path !== '*')
  .map(({ path = '' }) => `/${path}`)
  // A fixed word is tried before a parameter.
  .sort((a, b) => a.split(':').length - b.split(':').length)
  .map((path) => ({ path, matches: new RegExp(`^${path.replaceAll(/:[a-z]+/g, '[^/]+')}/?$`) }))

const known = new Map<string, string | undefined>()
function routeOf(url: string) {
  const { pathname } = new URL(url)
  if (!known.has(pathname)) known.set(pathname, pages.find(({ matches }) => matches.test(pathname))?.path)
  return known.get(pathname)
}

const people: [who: string, login?: string][] = [
  ['anybody'],
  ['a resident', '13800000001'],
  ['staff', 'housing@chengxi.example'],
  ['a moderator', 'housing.moderator@chengxi.example'],
  ['a publisher', 'publisher@chengxi.example'],
  ['an administrator', 'admin@chengxi.example'],
  ['an auditor', 'auditor@chengxi.example'],
]

/** Pages that no link leads to: they stand at the end of a form, or behind a code that only its holder has. */
const unlinked = new Set([
  '/consultations/:slug/comments/check',
  '/consultations/:slug/comments/check/:key',
  '/consultations/:slug/comments/submission',
  '/receipts/:code',
  '/receipts/:code/withdrawal',
  '/receipts/:code/objection',
  '/open-days/:slug/invitation/:code',
  '/registrations/:code',
  '/registrations/:code/acceptance',
  '/registrations/:code/cancellation',
  '/registrations/:code/confirmation',
  '/registrations/:code/party',
  '/registrations/:code/details',
  '/registrations/:code/feedback',
  '/live/:code/questions/:number/support',
  '/live/:code/questions/:number/support-withdrawal',
  '/live/:code/questions/:number/withdrawal',
  '/password-reset/:code',
  '/invitations/:code',
  '/set-up/:code',
  '/sign-in/again',
  '/desk/messages/:message/contact',
  '/desk/open-days/:id/registrations/:registration/contact',
  '/desk/open-days/:id/registrations/:registration/details',
  '/desk/consultations/:id/comments/import/confirmation',
  // What a button of a question answers when it came too late: tests/live
  '/desk/live/:id/questions/:number/:act',
])

/** Consultations in different states link to different pages. */
const OF_A_KIND = 5

/** Pages of a state that the demo county's newest consultations are not in; the main ones are crossed in tests/journey. */
const elsewhere = new Set([
  '/desk/people/:id/closing',
  '/desk/consultations/:id/draft',
  '/desk/consultations/:id/articles',
  '/desk/consultations/:id/notice',
  '/desk/consultations/:id/files',
  '/desk/consultations/:id/approval-request',
  '/desk/consultations/:id/points/new',
  '/desk/consultations/:id/report/approval-request',
  '/desk/consultations/:id/report/correction',
  '/desk/consultations/:id/report/publication',
  '/desk/consultations/:id/report/return',
  '/desk/consultations/:id/return',
  '/desk/consultations/:id/publication',
  '/desk/consultations/:id/comments/:number/receipt',
  '/desk/consultations/:id/points/:point/comments',
  '/desk/consultations/:id/points/:point/merging',
  '/desk/consultations/:id/points/:point/deletion',
  '/desk/consultations/:id/sorting/:number/inadmissible',
  '/desk/objections/:objection',
  // Prepared, submitted and returned open days, and those chosen by review: tests/open-days, tests/registrations, tests/draws
  '/desk/open-days/:id/notice',
  '/desk/open-days/:id/slots',
  '/desk/open-days/:id/slots/new',
  '/desk/open-days/:id/slots/:slot',
  '/desk/open-days/:id/groups',
  '/desk/open-days/:id/groups/:group',
  '/desk/open-days/:id/questions',
  '/desk/open-days/:id/questions/:question',
  '/desk/open-days/:id/approval-request',
  '/desk/open-days/:id/publication',
  '/desk/open-days/:id/return',
  '/desk/open-days/:id/registrations/review',
  '/desk/open-days/:id/registrations/:registration/details/entry',
  '/desk/open-days/:id/registrations/:registration/waiting-place',
  // Two phones and one ticket: tests/check-ins
  '/desk/open-days/:id/conflicts/:scan',
  // What is written and published after a day: tests/visit-reports
  '/desk/open-days/:id/report/photos/:photo',
  '/desk/open-days/:id/report/approval-request',
  '/desk/open-days/:id/report/publication',
  '/desk/open-days/:id/report/return',
  '/desk/open-days/:id/report/continuation',
  // The answered questions of the demo county are older than those looked at: tests/live
  '/desk/live/:id/questions/:number/answers/:answer/correction',
  '/open-days/:slug/draw',
  '/desk/open-days/:id/draw',
  '/desk/open-days/:id/draw/value',
])

// What large print changes is the style sheet's doing.
const OF_STYLE = ['color-contrast', 'target-size']

/**
 * Every address belongs to one section, so that the sections are looked at side by side and nobody opens a page twice.
 * The longest stands first; whatever is in no other is in the last.
 */
const sections: [name: string, has: (path: string) => boolean][] = [
  ['the county', (path) => !path.startsWith('/desk')],
  ['the desk of consultations', (path) => /^\/desk\/(consultations|objections)/.test(path)],
  ['the desk of open days', (path) => /^\/desk\/(open-days|campaigns)/.test(path)],
  ['the rest of the desk', () => true],
]
const sectionOf = (path: string) => sections.find(([, has]) => has(path))![0]

test.use({ asLaid: true })
test.describe.configure({ mode: 'parallel', timeout: 900_000 })

for (const [section] of sections)
  test(`every page a link leads to in ${section} fits every screen, in large print and in English, and has no barrier`, async ({
    browser,
    site,
    axe,
  }) => {
    const seen = new Set<string>()
    const isHere = (url: string) => sectionOf(new URL(url).pathname) === section
    for (const [who, login] of people) {
      const page = await aPerson(browser, site.app.url, true, login)
      const waiting = ['/', login ? '/desk' : '/sitemap', login ? '/account' : '/'].map((path) => `${site.app.url}${path}`)
      const opened = new Set<string>()
      const ofKind = new Map<string, number>()
      for (let url = waiting.shift(); url; url = waiting.shift()) {
        const route = routeOf(url)!
        const alike = ofKind.get(route) ?? 0
        if (opened.has(url) || alike >= OF_A_KIND) continue
        opened.add(url)
        ofKind.set(route, alike + 1)
        // Read, not rendered: most pages were looked at as somebody else already.
        const answer = await page.request.get(url)
        expect(answer.status(), url).toBeLessThan(500)
        if (answer.status() !== 200) continue
        const html = await answer.text()
        // A value that a sentence was not given; what a script fills in by itself stands in attributes.
        expect(html.replaceAll(/<[^>]*>/g, ''), url).not.toContain('{{')
        waiting.push(...linksIn(html, answer.url()).filter(isHere))
        const look = route === '/desk' ? `/desk of ${who}` : route
        if (seen.has(look) || !isHere(url)) continue
        seen.add(look)
        await lookAt(page, url, axe)
      }
      await page.context().close()
    }
    const expected = pages.map(({ path }) => path).filter((path) => sectionOf(path) === section && path !== '/desk')
    expect(expected.filter((path) => !seen.has(path) && !unlinked.has(path) && !elsewhere.has(path))).toEqual([])
  })

test('the lists of pages that are not looked at name pages that there are', () => {
  const there = new Set(pages.map(({ path }) => path))
  expect([...unlinked, ...elsewhere].filter((path) => !there.has(path))).toEqual([])
})

test('negative control: a picture without words is found, also when the page is asked again', async ({ browser, axe }) => {
  const page = await (await browser.newContext()).newPage()
  await page.setContent('<html lang="zh-CN"><title>河</title><main><h1>河</h1><img src="data:,"></main></html>')
  for (let asked = 0; asked < 2; asked++) await expect(axe(page)).rejects.toThrow('image-alt')
  await page.context().close()
})

const linksIn = (html: string, url: string) =>
  [...html.matchAll(/<a\b[^>]*\shref="([^"]+)"/g)]
    .map(([, href]) => new URL(href!.replaceAll('&amp;', '&'), url))
    .filter(({ origin }) => origin === new URL(url).origin)
    .map(({ href }) => href.split('#')[0]!)
    .filter((link) => routeOf(link))

const places = new Set<string>()

/** Marks what stands in a place and look that no page before had; says whether there is any. */
async function markNew(page: Page): Promise<boolean> {
  const seen = [...places]
  const found = await page.evaluate((seen) => {
    const before = new Set(seen)
    const found = new Set<string>()
    const look = (element: Element, above: string) => {
      const place = `${above} ${[element.tagName, ...element.classList].join('.')}`
      if (!before.has(place)) {
        found.add(place)
        element.setAttribute('data-new', '')
      }
      for (const child of element.children) look(child, place)
    }
    look(document.body, '')
    return [...found]
  }, seen)
  for (const place of found) places.add(place)
  return found.length > 0
}

/** On a small phone, on a wide screen, in large print, in English. */
async function lookAt(page: Page, url: string, axe: Axe) {
  const fits = async (how: string) =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${url} ${how}`).toBeLessThanOrEqual(0)
  const opened = async (cookies: Record<string, string>) => {
    await page.context().clearCookies({ name: /^(lang|display)$/ })
    await page.context().addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url })))
    await page.goto(url)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  await opened({})
  await fits('on a wide screen')
  await page.setViewportSize({ width: 320, height: 900 })
  await fits('on a small phone')
  const buttons = page.getByRole('main').locator('button, a.button')
  const low = await buttons.evaluateAll((all) =>
    all.filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height < 44).map((one) => one.textContent),
  )
  expect(low, url).toEqual([])
  await axe(page)
  await opened({ display: 'elder' })
  await fits('in large print')
  if (await markNew(page)) await axe(page, { rules: OF_STYLE, within: '[data-new]' })
  await opened({ lang: 'en' })
  await fits('in English')
  await page.context().clearCookies({ name: /^(lang|display)$/ })
}
