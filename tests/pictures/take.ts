import '../../db/patched'
import { randomBytes } from 'node:crypto'
import { chromium, type BrowserContextOptions, type Page } from 'playwright'
import { startApp } from '../support/app'
import { ensureChromium } from '../support/chromium'
import { ownCluster } from '../support/cluster'
import { createDatabase } from '../support/template'

// The README's pictures, from a demo county laid a moment ago.
const own = await ownCluster()
const server = { adminUrl: own.adminUrl, ownerUrl: own.ownerUrl, appUrl: own.url, prefix: `kaimen_test_${randomBytes(4).toString('hex')}` }
const database = `${server.prefix}_pictures`
await createDatabase(server, database, 'template0')
const app = await startApp({ server, database, dataDir: own.dataDir, env: { DEMO: 'on' } })
const browser = await chromium.launch({ executablePath: ensureChromium(console.log), args: ['--no-sandbox'] })

const phone = { viewport: { width: 390, height: 800 }, deviceScaleFactor: 2 }
const desktop = { viewport: { width: 1280, height: 900 } }

async function take(name: string, options: BrowserContextOptions, go: (page: Page) => Promise<unknown>) {
  const context = await browser.newContext({ locale: 'zh-CN', baseURL: app.url, ...options })
  const page = await context.newPage()
  await go(page)
  await page.screenshot({ path: `tests/pictures/${name}.png` })
  await context.close()
}

const firstConsultation = async (page: Page) => {
  await page.goto('/consultations')
  await page.locator('main li h2 a, main li h3 a').first().click()
}

await take('home', desktop, (page) => page.goto('/'))
await take('consultation-phone', phone, firstConsultation)
await take('elder', phone, async (page) => {
  await page.goto('/')
  await page.getByRole('button', { name: '长辈版' }).click()
  await firstConsultation(page)
})
await take('report', desktop, async (page) => {
  await page.goto('/reports')
  await page.locator('main li h2 a, main li h3 a').first().click()
  await page.getByRole('heading', { name: '收支相符' }).evaluate((heading) => heading.scrollIntoView())
})

await browser.close()
await app.stop()
await own.remove()
