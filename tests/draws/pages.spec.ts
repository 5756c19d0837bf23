import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { fill, press, signIn } from '../journey/desk'
import { expect, test } from '../support/browser'
import { aDrawDayOn } from './on-site'

const run = promisify(execFile)
const main = (page: Page) => page.getByRole('main')
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)

/** As a datetime-local field takes it, so many hours from now in the county's zone. */
const inHours = (hours: number) => new Date(Date.now() + (hours + 8) * 3_600_000).toISOString().slice(0, 16)

test.use({ viewport: { width: 320, height: 640 } })

test('staff names the source before publication; what does not work is said, and what was typed stays @both', async ({ page, site }) => {
  const { id } = await aDrawDayOn(site.owner, 'prepared')
  await signIn(page, 'housing@chengxi.example')
  await page.goto(`/desk/open-days/${id}/draw`)
  await fill(page, { source: ' ' })
  await page.locator('main form').evaluate((form: HTMLFormElement) => (form.noValidate = true))
  await press(page, '保存')
  await expect(page.locator('#error-summary a')).toHaveCount(2)
  await fill(page, { source: '双色球第2026150期', speaksAt: inHours(24) })
  await press(page, '保存')
  await expect(main(page)).toContainText('公布时间太早')
  await expect(page.locator('[name=source]')).toHaveValue('双色球第2026150期')
  await fill(page, { speaksAt: inHours(6 * 24) })
  await press(page, '保存')
  await expect(main(page)).toContainText('报名截止后，名单自动固定')
  await expect(main(page).locator('dl')).toContainText('双色球第2026150期')
  expect(await fits(page)).toBe(true)
})

test('staff enters the numbers, everyone sees the result, and a script draws the same from the published file @both', async ({
  page,
  site,
  baseURL,
}, testInfo) => {
  const { id, slug } = await aDrawDayOn(site.owner, 'due')
  await signIn(page, 'housing@chengxi.example')
  await page.goto(`/desk/open-days/${id}/draw`)
  await main(page).getByRole('link', { name: '录入数值并抽签' }).click()
  expect(await fits(page)).toBe(true)
  await page.locator('main form').evaluate((form: HTMLFormElement) => (form.noValidate = true))
  await fill(page, { value: '三 五 七', reference: '中国福利彩票第2026150期公告' })
  await press(page, '抽签')
  await expect(page.locator('#error-summary a')).toHaveCount(2)
  await expect(page.locator('[name=value]')).toHaveValue('三 五 七')
  await fill(page, { value: '03 09 12 18 22 31\n7' })
  await page.locator('[name=compared]').check()
  await press(page, '抽签')
  await expect(page).toHaveURL(new RegExp(`/open-days/${slug}/draw$`))
  await expect(main(page)).toContainText('3.9.12.18.22.31./7./')
  await expect(main(page).locator('table tbody tr')).toHaveCount(8)
  expect(await fits(page)).toBe(true)
  await page.locator('[name=number]').fill('１－３')
  await page.getByRole('button', { name: '查找' }).click()
  await expect(main(page)).toContainText('报名编号1-3：抽签次序第')
  await page.goto(`/desk/open-days/${id}/draw/value`)
  await expect(main(page)).toContainText('只能抽一次')

  const script = testInfo.outputPath('verify-draw.mjs')
  const served = await page.request.get('/verify-draw.mjs')
  await writeFile(script, await served.body())
  const { stdout } = await run(process.execPath, [script, `${baseURL}/open-days/${slug}/draw.json`])
  expect(stdout).toContain('EQUAL: ')
})

test('before the source speaks the list and its fingerprint are out, in English and large print too @both', async ({
  page,
  site,
  baseURL,
}) => {
  const { id, slug } = await aDrawDayOn(site.owner, 'closed')
  await page.context().addCookies(Object.entries({ lang: 'en', display: 'elder' }).map(([name, value]) => ({ name, value, url: baseURL })))
  await page.goto(`/open-days/${slug}/draw`)
  await expect(main(page)).toContainText('The list is fixed. Now the source has to announce its numbers.')
  const list = await (await page.request.get(`/open-days/${slug}/entries.txt`)).text()
  expect(list.split('\n')[2]).toBe('3\t1 上午场\t1-3\t4\t-\t-')
  const file = (await (await page.request.get(`/open-days/${slug}/draw.json`)).json()) as Record<string, unknown>
  expect(file).toMatchObject({ entries: list, value: null, order: null })
  await expect(main(page)).toContainText(file.entriesHash as string)
  expect(await fits(page)).toBe(true)
  await signIn(page, 'housing@chengxi.example')
  await page.goto(`/desk/open-days/${id}/draw/value`)
  await expect(main(page)).toContainText('It is not yet time for the source to announce.')
  await expect(page.locator('[name=value]')).toHaveCount(0)
})

test('every page of a draw is free of barriers, at whatever stage', async ({ page, site, axe }) => {
  await signIn(page, 'housing@chengxi.example')
  for (const reached of ['prepared', 'closed', 'due'] as const) {
    const { id, slug } = await aDrawDayOn(site.owner, reached)
    const paths = [
      `/desk/open-days/${id}/draw`,
      `/desk/open-days/${id}/draw/value`,
      ...(reached === 'prepared' ? [] : [`/open-days/${slug}/draw`]),
    ]
    for (const path of paths) {
      await page.goto(path)
      await expect(main(page).getByRole('heading', { level: 1 })).not.toContainText('找不到')
      await axe(page)
      expect(await fits(page), path).toBe(true)
    }
    if (reached !== 'due') continue
    await page.goto(`/desk/open-days/${id}/draw/value`)
    await fill(page, { value: '1 2 3', reference: '公告' })
    await page.locator('[name=compared]').check()
    await press(page, '抽签')
    await page.goto(`${page.url()}?number=9-9`)
    await expect(main(page)).toContainText('名单里没有报名编号9-9')
    await axe(page)
  }
})

test('an open day that is not out, or does not draw, has no such page', async ({ page, site }) => {
  const { slug, id } = await aDrawDayOn(site.owner, 'prepared')
  for (const path of ['draw', 'draw.json', 'entries.txt']) expect((await page.request.get(`/open-days/${slug}/${path}`)).status()).toBe(404)
  expect((await page.request.get(`/desk/open-days/${id}/draw`, { maxRedirects: 0 })).status()).toBe(303)
})
