import { expect, test } from '../support/browser'

const PAGE = '/consultations/e-bikes'

test.describe('reading aloud', () => {
  test('speaks the draft from its first article to its last, without the buttons between, until it is stopped', async ({ page }) => {
    await page.addInitScript(() => {
      const spoken: string[] = []
      const speech = {
        getVoices: () => [],
        cancel: () => spoken.push('cancelled'),
        speak: (one: SpeechSynthesisUtterance) => spoken.push(one.text),
      }
      Object.defineProperty(window, 'speechSynthesis', { value: speech })
      Object.assign(window, { spoken })
    })
    await page.goto(PAGE)
    const spoken = () => page.evaluate(() => (window as unknown as { spoken: string[] }).spoken)
    await page.getByRole('button', { name: /^朗读.*征求意见稿/ }).click()
    const text = (await spoken()).join('')
    const articles = await page.locator('#draft-text .draft-number').allTextContents()
    expect(articles.length).toBeGreaterThan(5)
    for (const article of articles) expect(text).toContain(article)
    expect(text).not.toMatch(/提意见|件意见/)
    await expect(page.locator('#draft-text .draft-actions').first(), 'the buttons stay').toBeVisible()
    await page.getByRole('button', { name: '停止朗读' }).click()
    expect((await spoken()).at(-1)).toBe('cancelled')
    await page.getByRole('button', { name: /^朗读.*起草说明/ }).click()
    expect((await spoken()).join('')).toContain((await page.locator('#note-text').innerText()).slice(0, 10))
  })

  test('is not offered where nothing can speak', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(window, 'speechSynthesis', { value: undefined }))
    await page.goto(PAGE)
    await expect(page.getByRole('button', { name: /朗读/ })).toHaveCount(0)
  })

  test('is not offered without scripts @plain', async ({ page }) => {
    await page.goto(PAGE)
    await expect(page.getByRole('button', { name: /朗读/ })).toHaveCount(0)
    await expect(page.locator('#draft-text')).toBeVisible()
  })
})
