import type { Page } from '@playwright/test'
import { demoPeople } from '../../db/demo/people'
import { signIn } from '../journey/desk'
import { expect, test } from '../support/browser'
import { NOTICE_2026 } from './given'

const main = (page: Page) => page.getByRole('main')

const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)

const NOTICE = `2025-12-31 元旦\n${NOTICE_2026.trim()}`
const BAD = '一月四日 上班\n2025-02-30 春节'

test.describe('the working-day calendar', () => {
  test('the administrator corrects a notice, line by line @both', async ({ page, axe, javaScriptEnabled, baseURL }) => {
    await page.setViewportSize({ width: 320, height: 800 })
    await signIn(page, demoPeople.administrator.login)
    await main(page).getByRole('link', { name: '工作日历', exact: true }).click()
    await page.goto('/desk/working-days?year=2026')
    await expect(main(page)).toContainText('248天')
    await expect(main(page).getByRole('table')).toContainText('国庆节')
    const lines = main(page).locator('[name=lines]')
    await expect(lines).toHaveValue(/2026-10-01\.\.2026-10-07 国庆节/)

    await lines.fill(`${NOTICE}\n${BAD}`)
    await main(page).getByRole('button', { name: '载入' }).click()
    const summary = page.locator('#error-summary')
    await expect(summary.getByRole('link')).toHaveText([/^第15行“一月四日 上班”/, /^第16行“2025-02-30 春节”：没有这一天/])
    await expect(lines).toHaveValue(`${NOTICE}\n${BAD}`)
    await expect(main(page).locator('[name=sourceDoc]')).toHaveValue('国办发明电〔2025〕7号')
    expect(await fits(page)).toBe(true)
    if (javaScriptEnabled !== false) await axe(page)

    await lines.fill(NOTICE.replaceAll('清明节', '清明'))
    await main(page).getByRole('button', { name: '载入' }).click()
    await expect(summary.getByRole('link')).toHaveText(['这些法定节日没有写：清明节。请载入完整的通知'])
    await lines.fill(NOTICE)
    await main(page).getByRole('button', { name: '载入' }).click()
    await expect(main(page)).toContainText('已载入2026年的放假安排')
    await expect(main(page)).toContainText('增加2025-12-31')
    await page.context().addCookies([{ name: 'lang', value: 'en', url: baseURL }])
    await page.goto('/desk/working-days?year=2026')
    await expect(main(page)).toContainText('Last change')
    expect(await fits(page)).toBe(true)

    await main(page).locator('[name=lines]').fill(NOTICE_2026.trim())
    await main(page).getByRole('button', { name: 'Load' }).click()
    await expect(main(page)).toContainText('The notice for 2026 is loaded')
    await expect(main(page)).toContainText('248 days')
    if (javaScriptEnabled !== false) await axe(page)
  })

  test('in November the desk asks for next year’s notice', async ({ page, axe, site }) => {
    const [{ ahead }] = await site.owner<[{ ahead: string }]>`select (timestamptz '2027-11-15 04:00Z' - now())::text as ahead`
    try {
      await site.setClock(ahead)
      await signIn(page, demoPeople.administrator.login)
      await page.goto('/desk')
      await main(page).getByRole('link', { name: '2028', exact: true }).click()
      await expect(page).toHaveURL(/\/desk\/working-days\?year=2028$/)
      await expect(main(page)).toContainText('2028年的放假安排还没有载入')
      await axe(page)
    } finally {
      await site.setClock('0')
    }
  })

  test('an auditor reads it and finds no form', async ({ page }) => {
    await signIn(page, demoPeople.auditor.login)
    await page.goto('/desk/working-days')
    await expect(main(page).getByRole('heading', { name: '工作日历' })).toBeVisible()
    await expect(main(page).locator('form')).toHaveCount(0)
  })
})
