import type { Page } from '@playwright/test'
import { DEMO_PASSWORD, demoPeople } from '../../db/demo/people'
import { expect, test } from '../support/browser'

const main = (page: Page) => page.getByRole('main')
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)

async function signIn(page: Page, login: string) {
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await main(page).locator('[name=contact]').fill(login)
  await main(page).locator('[name=password]').fill(DEMO_PASSWORD)
  await main(page).getByRole('button', { name: '登录' }).click()
  await expect(page).toHaveURL(/\/desk/)
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Sound for axe, and no wider than the phone. */
async function isSound(page: Page, axe: (page: Page) => Promise<void>) {
  expect(await fits(page), page.url()).toBe(true)
  await axe(page)
}

test.describe('at the desk, on a small phone', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('an open day is prepared, approved by somebody else and published', async ({ page, axe, baseURL }) => {
    await signIn(page, demoPeople.housingStaff.login)
    await page.goto('/desk/open-days/new')
    await main(page).locator('[name=title]').fill('走进污水处理厂')
    await main(page).getByRole('button', { name: '建立' }).click()
    await expect(main(page)).toContainText('没有场次')
    const desk = page.url()
    await isSound(page, axe)

    await page.goto(`${desk}/notice`)
    for (const [name, value] of Object.entries({ agenda: '签到\n参观', place: '污水处理厂', whoMayCome: '全县居民' }))
      await main(page).locator(`[name=${name}]`).fill(value)
    await main(page)
      .locator('[name=opensAt]')
      .fill(`${inDays(-1)}T09:00`)
    await main(page).locator('[name=closesOn]').fill(inDays(5))
    await main(page).locator('[name=contactPhone]').fill('0000-6121100')
    await main(page).locator('[name=partyMost]').fill('0')
    await main(page).getByRole('button', { name: '保存' }).click()
    await expect(page.locator('#error-summary a')).toHaveText(['请填写1到50之间的整数'])
    expect(await main(page).locator('[name=place]').inputValue()).toBe('污水处理厂')
    await isSound(page, axe)
    await main(page).locator('[name=partyMost]').fill('4')
    await main(page).getByRole('button', { name: '保存' }).click()
    await expect(page).toHaveURL(desk)

    await page.goto(`${desk}/slots/new`)
    for (const [name, value] of Object.entries({ on: inDays(9), arrives: '09:00', starts: '09:30', ends: '11:00', seats: '20' }))
      await main(page).locator(`[name=${name}]`).fill(value)
    await isSound(page, axe)
    await main(page).getByRole('button', { name: '保存场次' }).click()
    await expect(main(page)).toContainText('09:30–11:00')
    await isSound(page, axe)

    await page.goto(`${desk}/questions`)
    await main(page).locator('[name=label]').fill('最想看什么？')
    await main(page).getByRole('button', { name: '增加一个问题' }).click()
    await expect(main(page).getByRole('table')).toContainText('最想看什么？')
    await isSound(page, axe)
    await main(page)
      .getByRole('link', { name: /^修改.*最想看什么/ })
      .click()
    await main(page).locator('[name=label]').fill('最想看哪一处？')
    await isSound(page, axe)
    await main(page).getByRole('button', { name: '保存' }).click()
    await expect(main(page).getByRole('table')).toContainText('最想看哪一处？')
    await page.goto(`${desk}/groups`)
    await isSound(page, axe)

    await page.goto(desk)
    await main(page).getByRole('link', { name: '提交审批' }).click()
    await isSound(page, axe)
    await main(page).getByRole('button', { name: '提交审批' }).click()
    await expect(main(page)).toContainText('等待发布人审批')

    await signIn(page, demoPeople.publisher.login)
    await page.goto('/desk')
    await main(page).getByRole('link', { name: '走进污水处理厂' }).click()
    await isSound(page, axe)
    await main(page).getByRole('button', { name: '发布' }).click()
    await expect(page).toHaveURL(desk)
    await expect(main(page)).toContainText('正在报名')
    await page.context().addCookies([{ name: 'lang', value: 'en', url: baseURL }])
    await page.goto('/desk/open-days')
    await expect(page.getByRole('heading', { name: 'Open days', level: 1 })).toBeVisible()
    await isSound(page, axe)
    await page.goto(desk)
    await expect(main(page)).toContainText('Registration open')
    await isSound(page, axe)
  })

  test('the administrator names an open month @both', async ({ page, axe, javaScriptEnabled }) => {
    await signIn(page, demoPeople.administrator.login)
    await page.goto('/desk/campaigns/new')
    await main(page).locator('[name=title]').fill('冬季开放月')
    await main(page).locator('[name=startsOn]').fill('2027-01-01')
    await main(page).locator('[name=endsOn]').fill('2027-01-31')
    if (javaScriptEnabled !== false) await isSound(page, axe)
    await main(page).getByRole('button', { name: '保存' }).click()
    await expect(main(page).getByRole('table')).toContainText('冬季开放月')
    expect(await fits(page)).toBe(true)
  })
})
