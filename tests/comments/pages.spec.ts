import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser'

const main = (page: Page) => page.getByRole('main')
const SLUG = 'e-bikes'
const newComment = (anchor?: string) => `/consultations/${SLUG}/comments/new${anchor ? `?article=${anchor}` : ''}`

/** Fits the phone: nothing sticks out sideways. */
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)

async function said(page: Page, body: string) {
  await main(page).locator('[name=body]').fill(body)
  await main(page).locator('[name=contact]').fill('13800007777')
}
const next = (page: Page) => page.locator('form[action*="/check"] button').last().click()
const submit = (page: Page) => page.locator('form[action*="/submission"] button').first().click()

test.describe('a resident on a small phone', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('says something on one article, checks it, changes it, sends it and withdraws it @both', async ({ page }) => {
    await page.goto(newComment('art-3'))
    await next(page)
    await expect(page.locator('#error-summary a')).toHaveCount(2)
    expect(await page.locator('#error-summary a').first().getAttribute('href')).toBe('#body')
    await said(page, '第一行\n\n第二行 <b>不是标记</b>')
    await page.getByLabel('建议修改').check()
    await next(page)
    await expect(main(page)).toContainText('第二行 <b>不是标记</b>')
    await page.getByRole('button', { name: '修改' }).click()
    expect(await page.locator('[name=body]').inputValue()).toBe('第一行\n\n第二行 <b>不是标记</b>')
    await next(page)
    await submit(page)
    await expect(page).toHaveURL(/\/receipts\/[0-9A-Z-]{19}$/)
    await expect(main(page)).toContainText('意见已收到')
    await page.getByRole('link', { name: '撤回这件意见' }).click()
    await page.getByRole('button', { name: '确定撤回' }).click()
    await expect(main(page)).toContainText('撤回这件意见')
    await expect(page.getByRole('button', { name: '确定撤回' })).toHaveCount(0)
  })

  test('a form that reaches the office twice gives one comment and one receipt @both', async ({ page, site }) => {
    const body = `只说一遍 ${Math.random()}`
    await page.goto(newComment())
    await said(page, body)
    await next(page)
    // The first answer is lost on its way; the browser sends the form again.
    let first = ''
    await page.route('**/submission*', async (route) => {
      first = (await route.fetch({ maxRedirects: 0 })).headers().location ?? ''
      await route.continue()
    })
    await submit(page)
    expect(first).toMatch(/\/receipts\//)
    expect(new URL(page.url()).pathname).toBe(first)
    expect(await site.owner`select 1 from comments where body = ${body}`).toHaveLength(1)
  })

  test('Back from the receipt shows what was checked, without a question, and sending it again gives the same receipt @both', async ({
    page,
    site,
  }) => {
    const body = `看了回执又回来 ${Math.random()}`
    await page.goto(newComment('art-3'))
    await said(page, body)
    await main(page).locator('[name=contact]').fill('13800005555')
    await next(page)
    await expect(page).toHaveURL(/\/check\/[\w-]{22}\?article=art-3$/)
    await page.reload()
    await submit(page)
    await expect(page).toHaveURL(/\/receipts\//)
    const receipt = page.url()
    await page.goBack()
    await expect(page).toHaveURL(/\/check\//)
    await expect(main(page)).toContainText('这件意见已经提交')
    await expect(main(page)).toContainText(body)
    await submit(page)
    await expect(page).toHaveURL(receipt)
    expect(await site.owner`select 1 from comments where body = ${body}`).toHaveLength(1)
  })

  test('language, large print and size of text can be switched in the middle, and nothing typed is lost @both', async ({ page }) => {
    await page.goto(newComment('art-3'))
    await main(page).locator('[name=body]').fill('写了很久 <b>的意见')
    await next(page)
    await expect(page.locator('#error-summary')).toBeVisible()
    await page.getByRole('button', { name: '长辈版' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-display', 'elder')
    await expect(page.locator('#error-summary')).toBeVisible()
    await expect(main(page).locator('[name=body]')).toHaveValue('写了很久 <b>的意见')
    await main(page).locator('[name=contact]').fill('13800006666')
    await next(page)
    await page.getByRole('button', { name: '最大' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-text', 'largest')
    await expect(main(page)).toContainText('写了很久 <b>的意见')
    expect(await fits(page)).toBe(true)
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(main(page)).toContainText('写了很久 <b>的意见')
    await submit(page)
    await expect(page).toHaveURL(/\/receipts\//)
    await expect(main(page)).toContainText('写了很久 <b>的意见')
  })

  test('finds a receipt by a code typed by hand @both', async ({ page }) => {
    await page.goto(newComment())
    await said(page, `查得到 ${Math.random()}`)
    await next(page)
    await submit(page)
    const code = (await page.locator('#code').textContent())!
    await page.goto('/receipts')
    await page.locator('[name=code]').fill('ABCD')
    await main(page).getByRole('button').first().click()
    await expect(page.locator('#error-summary')).toContainText('16位')
    await page.locator('[name=code]').fill(code.toLowerCase().replaceAll('-', ' '))
    await main(page).getByRole('button').first().click()
    await expect(page).toHaveURL(new RegExp(code))
  })

  test('one second after the close is told so, and the words stay on the page @both', async ({ page, site }) => {
    await page.goto(newComment())
    await said(page, '我写了半个小时的意见')
    await next(page)
    const [row] = await site.owner<
      { ahead: string }[]
    >`select (closes_at - now() + interval '1 second')::text as ahead from consultations where slug = ${SLUG}`
    await site.setClock(row!.ahead)
    try {
      await submit(page)
      await expect(main(page)).toContainText('截止，这件意见没有收下')
      await expect(main(page)).toContainText('我写了半个小时的意见')
      await expect(main(page)).toContainText('电话')
      await page.goto(newComment())
      await expect(page.locator('textarea')).toHaveCount(0)
    } finally {
      await site.setClock('0')
    }
  })

  test('large print and English: the form, its pages and the receipt fit and are free of barriers', async ({ page, axe, baseURL }) => {
    for (const cookie of [
      { name: 'display', value: 'elder' },
      { name: 'lang', value: 'en' },
    ]) {
      await page.context().clearCookies()
      await page.context().addCookies([{ ...cookie, url: baseURL! }])
      const passes = async () => {
        expect(await fits(page), page.url()).toBe(true)
        await axe(page)
      }
      await page.goto(newComment('art-3'))
      await passes()
      await next(page)
      await passes()
      await said(page, `无障碍 ${'长'.repeat(40)} https://example.org/${'x'.repeat(200)}`)
      await next(page)
      await passes()
      await submit(page)
      await passes()
      const receipt = new URL(page.url()).pathname
      for (const path of [`${receipt}/withdrawal`, '/receipts/nothing']) {
        await page.goto(path)
        await passes()
      }
    }
  })
})

test('the whole way goes by keyboard alone', async ({ page }) => {
  await page.goto(newComment('art-3'))
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 60; presses++) {
      if (await page.evaluate((wanted) => (document.activeElement as HTMLInputElement | null)?.name === wanted, name)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`${name} is not reached by Tab`)
  }
  await tabTo('stance')
  await page.keyboard.press('Space')
  await tabTo('body')
  await page.keyboard.type('只用键盘写的意见')
  await tabTo('contact')
  await page.keyboard.type('13800007777')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/check/)
  const button = page.locator('form[action*="/submission"] button').first()
  for (let presses = 0; presses < 60 && !(await button.evaluate((node) => node === document.activeElement)); presses++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(main(page)).toContainText('只用键盘写的意见')
})

test('hostile words are shown as words: nothing runs and nothing leaves its box', async ({ page }) => {
  let ran = false
  page.on('dialog', (dialog) => {
    ran = true
    void dialog.dismiss()
  })
  await page.goto(newComment())
  const body = `"><img src=x onerror=alert(1)><script>alert(2)</script>{{constructor.constructor('alert(3)')()}} \u202e反转 ${'Z\u0335\u0321\u0322'.repeat(5)} ${'宽'.repeat(300)}</textarea><svg onload=alert(4)>`
  await said(page, body)
  await next(page)
  await submit(page)
  await expect(main(page).locator('.user-text', { hasText: 'onerror=alert(1)' })).toHaveText(body)
  expect(ran).toBe(false)
  expect(await fits(page)).toBe(true)
})

test('typed words survive a closed form, and the receipt clears them', async ({ page }) => {
  await page.goto(newComment('art-5'))
  await said(page, '还没写完就关掉了')
  await page.goto('/consultations')
  await page.goto(newComment('art-5'))
  expect(await page.locator('[name=body]').inputValue()).toBe('还没写完就关掉了')
  expect(await page.locator('[name=contact]').inputValue()).toBe('')
  await page.locator('[name=contact]').fill('13800007777')
  await next(page)
  await submit(page)
  // Whole, with its script.
  await page.waitForURL('**/receipts/*')
  await page.goto(newComment('art-5'))
  expect(await page.locator('[name=body]').inputValue()).toBe('')
})
