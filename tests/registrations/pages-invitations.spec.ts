import type { Page } from '@playwright/test'
import { aPerson, fill, press, signIn } from '../journey/desk'
import { expect, test } from '../support/browser'

const main = (page: Page) => page.getByRole('main')
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
const DAY = '/open-days/transfer-station'

/** The value beside these words in a list of facts. */
const beside = (page: Page, words: string) => main(page).locator('dt', { hasText: words }).locator('xpath=following-sibling::dd[1]')

test.use({ viewport: { width: 320, height: 640 } })

test('the desk invites somebody, who registers by the link once; the link then says that it is used @both', async ({
  page,
  browser,
  baseURL,
  axe,
  javaScriptEnabled,
}, { workerIndex }) => {
  const isSound = async (where: Page) => {
    expect(await fits(where)).toBe(true)
    if (javaScriptEnabled !== false) await axe(where)
  }
  const guest = `王代表${workerIndex}`
  await signIn(page, 'housing@chengxi.example')
  await page.goto('/desk/open-days')
  await main(page).getByRole('link', { name: '垃圾去哪儿了' }).click()
  await main(page).getByRole('link', { name: '报名和场次变动' }).click()
  await main(page).getByRole('link', { name: '定向邀请' }).click()
  await isSound(page)
  await press(page, '发出邀请')
  await expect(page.locator('#error-summary a')).toHaveText(['请写明邀请谁，最多60字'])
  await fill(page, { note: guest })
  await press(page, '发出邀请')
  await expect(main(page).getByRole('heading', { level: 1 })).toHaveText(/^第\d+个邀请$/)
  await expect(beside(page, '现在怎样')).toHaveText('还没有用')
  await expect(main(page)).not.toContainText(guest)
  await isSound(page)
  await press(page, '查看邀请码和姓名')
  await expect(beside(page, '邀请谁')).toHaveText(guest)
  await isSound(page)
  const { pathname } = new URL((await beside(page, '报名网址').textContent())!.trim())

  const visitor = await aPerson(browser, baseURL!, javaScriptEnabled !== false, undefined, 320)
  await visitor.goto(DAY)
  await expect(main(visitor)).toContainText('人大代表和政协委员：定向邀请，不公开报名')
  await visitor.goto(`${DAY}/registration`)
  await expect(main(visitor)).not.toContainText('人大代表')
  await visitor.goto(pathname)
  await expect(main(visitor)).toContainText('这个邀请只能用一次')
  await isSound(visitor)
  await fill(visitor, { name: guest, contact: `135${String(workerIndex).padStart(2, '0')}000001` })
  await main(visitor).locator('[name=place]').first().check()
  for (const field of await main(visitor).locator('[name^=answer]').all()) await field.fill('压缩车间')
  await main(visitor).locator('[name=rules]').check()
  await main(visitor).locator('form.form button').last().click()
  await expect(visitor).toHaveURL(/\/registrations\/[0-9A-Z-]{19}$/)
  await expect(main(visitor)).toContainText('报名成功')
  await visitor.goto(pathname)
  await expect(main(visitor)).toContainText('这个邀请已经用过')
  await expect(main(visitor).locator('[name=name]')).toHaveCount(0)
  await isSound(visitor)
  await visitor.context().close()

  await page.goto(page.url())
  await expect(beside(page, '现在怎样')).toContainText(/已用于第\d+号报名/)
  await expect(main(page).getByRole('button', { name: '收回这个邀请' })).toHaveCount(0)
})

test('an invitation that was taken back opens no form @both', async ({ page }) => {
  await signIn(page, 'housing@chengxi.example')
  await page.goto('/desk/open-days')
  await main(page).getByRole('link', { name: '垃圾去哪儿了' }).click()
  await main(page).getByRole('link', { name: '报名和场次变动' }).click()
  await main(page).getByRole('link', { name: '定向邀请' }).click()
  await fill(page, { note: '来不了的人' })
  await press(page, '发出邀请')
  await press(page, '查看邀请码和姓名')
  const { pathname } = new URL((await beside(page, '报名网址').textContent())!.trim())
  await press(page, '收回这个邀请')
  await expect(beside(page, '现在怎样')).toHaveText('已收回')
  await page.goto(pathname)
  await expect(main(page)).toContainText('这个邀请已经收回')
  await expect(main(page).locator('[name=name]')).toHaveCount(0)
})
