import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test as base, type Page } from '@playwright/test'
import type axeCore from 'axe-core'
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

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
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
      // No page has a frame: what is asked of the page alone is asked of all of it.
      expect(page.frames(), page.url()).toHaveLength(1)
      if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
      // None of these rules reads a style sheet, so none is fetched for it.
      const options = { runOnly: only?.rules ?? WCAG, resultTypes: ['violations' as const], preload: false }
      const found = await page.evaluate(
        ([within, options]) => (window as unknown as { axe: typeof axeCore }).axe.run(within ?? document, options),
        [only?.within, options] as const,
      )
      expect(
        found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`),
        page.url(),
      ).toEqual([])
    }),
})

export { expect } from '@playwright/test'
