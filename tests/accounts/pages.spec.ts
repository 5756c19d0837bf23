import { DEMO_PASSWORD, demoPeople } from '../../db/demo/people'
import { expect, test } from '../support/browser'

test.describe('signed in on a small phone', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('signing out is at the top of every page, and fits in the largest text @both', async ({ page, baseURL, axe, javaScriptEnabled }) => {
    await page.goto('/sign-in')
    await page.getByRole('main').locator('[name=contact]').fill(demoPeople.resident.login)
    await page.getByRole('main').locator('[name=password]').fill(DEMO_PASSWORD)
    await page.getByRole('main').getByRole('button', { name: '登录' }).click()
    await expect(page).toHaveURL(/\/account/)
    for (const display of ['standard', 'elder', 'elder-largest']) {
      await page.context().addCookies([{ name: 'display', value: display, url: baseURL! }])
      await page.goto('/account')
      await expect(page.getByRole('banner').getByRole('button', { name: '退出' })).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), display).toBe(true)
      if (javaScriptEnabled !== false) await axe(page)
    }
    await page.getByRole('banner').getByRole('button', { name: '退出' }).click()
    await page.goto('/account')
    await expect(page).toHaveURL(/\/sign-in/)
  })
})
