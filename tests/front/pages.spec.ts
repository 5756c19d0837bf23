import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser'

/** On paper there is nothing to press and nowhere to go. */
async function expectPaper(page: Page) {
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.locator('.button, .site-tools, .site-nav, .breadcrumb').filter({ visible: true })).toHaveCount(0)
  await expect(page.locator('.site-name')).toBeVisible()
}

test('a printed report shows its figures and tables, without navigation and buttons @both', async ({ page, baseURL }) => {
  const { reports } = (await (await fetch(`${baseURL}/api/v1/reports`)).json()) as { reports: { slug: string }[] }
  await page.goto(`/consultations/${reports[0]!.slug}/report`)
  await expect(page.getByRole('navigation').first()).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expectPaper(page)
  await expect(page.locator('main table').first()).toBeVisible()
  await expect(page.locator('main svg').first()).toBeVisible()
})

test('a printed receipt shows its code, without navigation and buttons @both', async ({ page }) => {
  await page.goto('/consultations/e-bikes/comments/new')
  await page.locator('main [name=body]').fill('要打印出来的意见')
  await page.locator('main [name=contact]').fill('13800007788')
  await page.locator('form[action*="/check"] button').last().click()
  await page.locator('form[action*="/submission"] button').first().click()
  await expect(page).toHaveURL(/\/receipts\/[0-9A-Z-]{19}$/)
  const code = new URL(page.url()).pathname.split('/').at(-1)!
  await page.emulateMedia({ media: 'print' })
  await expectPaper(page)
  await expect(page.locator('#code')).toBeVisible()
  await expect(page.locator('#code')).toHaveText(code)
  await expect(page.locator('main').getByText('要打印出来的意见')).toBeVisible()
})
