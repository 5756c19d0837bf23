import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'
import postgres, { type Sql } from 'postgres'
import { startApp, type App } from './app'
import type { TestServer } from './global-setup'
import { cloneTemplate, inDatabase } from './template'

type Site = {
  app: App
  /** The owner's connection to this worker's database. */
  owner: Sql
  /** Moves the database clock, e.g. '40 days'. */
  setClock(ahead: string): Promise<void>
}

const own = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
const axeSource = readFileSync(own.resolve('axe-core/axe.min.js'), 'utf8')

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export type Axe = (page: Page, only?: { rules: string[]; within: string }) => Promise<void>

/** Each worker has its own copy of the demo county and its own running app. */
export const test = base.extend<{ baseURL: string; axe: Axe }, { site: Site; asLaid: boolean }>({
  /** Tests that set it have a worker, and a county, that no other test has changed. */
  asLaid: [false, { scope: 'worker', option: true }],
  site: [
    async ({}, use, worker) => {
      const server = JSON.parse(process.env.BROWSER_TESTS!) as TestServer & { dataDir: string }
      const database = `${server.prefix}_browser_${worker.workerIndex}`
      await cloneTemplate(server, database)
      const app = await startApp({ server, database, dataDir: server.dataDir })
      const owner = postgres(inDatabase(server.ownerUrl, database), { max: 2, onnotice: () => {} })
      const setClock = async (ahead: string) => {
        await owner`insert into test_clock (ahead) values (${ahead}::interval) on conflict (one) do update set ahead = excluded.ahead`
      }
      await use({ app, owner, setClock })
      await app.stop()
      await owner.end({ timeout: 5 })
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ site }, use) => use(site.app.url),
  /** No violation of WCAG 2.2 AA on the page as it stands, or of these rules alone in what a selector finds. */
  axe: async ({}, use) =>
    use(async (page, only) => {
      // No page has a frame: asked in the page alone, axe opens no second one to put its parts together.
      expect(page.frames(), page.url()).toHaveLength(1)
      // The builder would give its half a megabyte twice with every question: a page is given it once.
      if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
      // None of these rules reads a style sheet, so none is fetched for it.
      const builder = new AxeBuilder({ page, axeSource: 'void 0' }).options({ resultTypes: ['violations'], preload: false }).setLegacyMode()
      const found = await (only ? builder.withRules(only.rules).include(only.within) : builder.withTags(WCAG)).analyze()
      expect(
        found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`),
        page.url(),
      ).toEqual([])
    }),
})

export { expect } from '@playwright/test'
