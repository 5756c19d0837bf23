import type { Browser, Page } from '@playwright/test'

const PASSWORD = 'open-door-chengxi'

/** Somebody at their own screen, signed in where a login is given. */
export async function aPerson(browser: Browser, baseURL: string, javaScriptEnabled: boolean, login?: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'zh-CN', javaScriptEnabled, viewport: { width, height: 900 } })
  const page = await context.newPage()
  if (login) await signIn(page, login)
  return page
}

export async function signIn(page: Page, login: string) {
  await page.goto('/sign-in')
  await fill(page, { contact: login, password: PASSWORD })
  await page.locator('main form button').first().click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

/** Types into fields and chooses among radio buttons by their names. */
export async function fill(page: Page, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main [name="${name}"]`)
    if ((await field.first().getAttribute('type')) === 'radio') await page.locator(`main [name="${name}"][value="${value}"]`).check()
    else if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
}

/** Presses the button with these words and waits for the page that answers. */
export async function press(page: Page, name: string) {
  const answered = page.waitForResponse((response) => response.request().isNavigationRequest() && response.status() !== 303)
  await page.getByRole('main').getByRole('button', { name, exact: true }).click()
  await answered
  await page.waitForLoadState()
}
