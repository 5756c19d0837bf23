import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser'

const main = (page: Page) => page.getByRole('main')
/** Full, with a waiting list. */
const FULL = '/open-days/bus-control'
/** Open, with room. */
const ROOM = '/open-days/transfer-station'
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)

let people = 0
const aNumber = (worker: number) => `136${String(worker).padStart(2, '0')}${String(++people).padStart(6, '0')}`

async function fill(page: Page, contact: string) {
  await page.locator('[name=place]').first().check()
  await page.locator('[name=name]').fill('王小明')
  await page.locator('[name=contact]').fill(contact)
  for (const field of await page.locator('input[name^=answer][type=text], textarea[name^=answer]').all()) await field.fill('好')
  for (const field of await page.locator('input[name^=answer][type=radio][required]').all()) await field.check()
  for (const box of await page.locator('[name=rules]').all()) await box.check()
}
const send = (page: Page) => page.locator('form[action*="/registration"] button').last().click()

test.describe('a visitor on a small phone', () => {
  test.use({ viewport: { width: 320, height: 640 } })
  // The desk's tests of the same county add places.
  test.beforeEach(({ site }) =>
    site.owner`
    update quotas set capacity = greatest(taken, 1) from slots, open_days
    where slots.id = quotas.slot_id and open_days.id = slots.open_day_id and open_days.slug = 'bus-control'`.then(() => {}),
  )

  test('reads the notice, registers, brings one more, and cancels @both', async ({ page }, { workerIndex }) => {
    await page.goto('/open-days')
    await main(page).locator(`a[href="${ROOM}"]`).click()
    await expect(main(page)).toContainText('前到达')
    await main(page).locator(`a[href^="${ROOM}/registration?slot="]`).first().click()
    await send(page)
    await expect(page.locator('#error-summary a').first()).toBeVisible()
    await fill(page, aNumber(workerIndex))
    await send(page)
    await expect(page).toHaveURL(/\/registrations\/[0-9A-Z-]{19}$/)
    await expect(main(page)).toContainText('报名成功')
    await page.getByRole('link', { name: '修改人数或需要' }).click()
    await page.locator('[name=size]').fill('2')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(main(page)).toContainText('2人')
    await page.getByRole('link', { name: '我来不了，取消报名' }).click()
    await page.getByRole('button', { name: '确定取消' }).click()
    await expect(main(page)).toContainText('这份报名已经取消')
  })

  test('is told before sending that the slot is full, and afterwards how many stand before @both', async ({ page }, { workerIndex }) => {
    await page.goto(`${FULL}/registration`)
    await expect(main(page)).toContainText('已满，提交后列入候补')
    await fill(page, aNumber(workerIndex))
    await send(page)
    await expect(main(page)).toContainText(/前面还有\d+份报名|您排在最前面/)
    await expect(main(page)).toContainText('同行的人不拆开')
  })

  test('a contact that is registered already is told so and shown nothing of the first @both', async ({ page }, { workerIndex }) => {
    const contact = aNumber(workerIndex)
    const register = async () => {
      await page.goto(`${FULL}/registration`)
      await fill(page, contact)
      await send(page)
    }
    await register()
    const first = (await page.locator('#code').textContent())!
    await register()
    await expect(main(page)).toContainText('这个联系方式已经报过名')
    expect(await page.content()).not.toContain(first)
    await expect(main(page)).not.toContainText('候补')
    await expect(page).toHaveURL(new RegExp(`${FULL}/registration$`))
  })

  test('finds a registration by a code typed by hand @both', async ({ page }, { workerIndex }) => {
    await page.goto(`${FULL}/registration`)
    await fill(page, aNumber(workerIndex))
    await send(page)
    const code = (await page.locator('#code').textContent())!
    await page.goto('/registrations')
    await page.locator('[name=code]').fill(code.toLowerCase().replaceAll('-', ' '))
    await main(page).getByRole('button').first().click()
    await expect(page).toHaveURL(new RegExp(code))
  })

  test('large print and English: what comes after the form fits and is free of barriers', async ({ page, axe, baseURL }, {
    workerIndex,
  }) => {
    for (const cookie of [
      { name: 'display', value: 'elder' },
      { name: 'lang', value: 'en' },
    ]) {
      await page.context().clearCookies()
      await page.context().addCookies([{ ...cookie, url: baseURL }])
      const passes = async () => {
        expect(await fits(page), page.url()).toBe(true)
        await axe(page)
      }
      await page.goto('/registrations/nothing')
      await passes()
      await page.goto(`${ROOM}/registration`)
      await send(page)
      await passes()
      await fill(page, aNumber(workerIndex))
      await send(page)
      await expect(page).toHaveURL(/\/registrations\//)
      await passes()
      const code = new URL(page.url()).pathname
      for (const part of ['/party', '/cancellation', '/acceptance', '/confirmation']) {
        await page.goto(code + part)
        await passes()
      }
    }
  })
})

test('the whole way goes by keyboard alone', async ({ page }, { workerIndex }) => {
  await page.goto(`${FULL}/registration`)
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 60; presses++) {
      if (await page.evaluate((wanted) => (document.activeElement as HTMLInputElement | null)?.name === wanted, name)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`${name} is not reached by Tab`)
  }
  await tabTo('name')
  await page.keyboard.type('王小明')
  await tabTo('contact')
  await page.keyboard.type(aNumber(workerIndex))
  await tabTo('rules')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/registrations\//)
})

test('the month is one list of its busy days, laid out as a month where there is room', async ({ page, axe, site }) => {
  const [next] = await site.owner<
    { month: string }[]
  >`select to_char(min(starts_at) at time zone 'Asia/Shanghai', 'YYYY-MM') as month from slots where starts_at > now()`
  await page.goto(`/open-days?month=${next!.month}`)
  const busy = page.locator('.month > li:not(.is-empty)')
  for (const [width, display] of [
    [1280, 'grid'],
    [320, 'block'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    expect(await page.locator('.month').evaluate((list) => getComputedStyle(list).display)).toBe(display)
    expect(await busy.count()).toBeGreaterThan(0)
    expect(await busy.count()).toBe(await page.locator('.month').getByRole('heading').count())
    await axe(page)
  }
})
