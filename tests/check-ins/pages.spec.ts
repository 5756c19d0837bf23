import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { aPerson, fill } from '../journey/desk'
import { expect, test } from '../support/browser'
import { aGateNow } from './given'

const STAFF = 'housing@chengxi.example'

async function aPhone(browser: Browser, url: string, dayId: number, name: string) {
  const page = await aPerson(browser, url, true, STAFF)
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`${url}/desk/open-days/${dayId}/gate`)
  await page.getByLabel('这台手机叫什么').fill(name)
  await page.getByRole('button', { name: '开始签到' }).click()
  await expect(page.locator('#gate-kept')).toHaveText('可以断网使用')
  await expect(page.locator('#gate-list')).toContainText('份')
  return page
}

async function show(page: Page, shown: string, verdict: string) {
  await page.getByLabel('凭证或报名编号').fill(shown)
  await page.getByRole('button', { name: '核对' }).click()
  await expect(page.locator('#gate-verdict')).toHaveAttribute('data-verdict', verdict)
}

const scansOf = (owner: Sql, dayId: number) =>
  owner<{ outcome: string; conflict: boolean; device: string; nonce: string }[]>`
    select outcome, conflict, device, nonce from check_ins where open_day_id = ${dayId} order by id`

const online = (context: BrowserContext, page: Page) =>
  context.setOffline(false).then(() =>
    page
      .getByRole('button', { name: '现在上传' })
      .click({ timeout: 3_000 })
      .catch(() => {}),
  )

test('a press is never in vain: nothing moves under the thumb while the list comes in, and a slow disk is not waited for', async ({
  browser,
  site,
}) => {
  const { id } = await aGateNow(site.owner, 1)
  const page = await aPerson(browser, site.app.url, true, STAFF)
  await page.setViewportSize({ width: 360, height: 740 })
  let letListIn = () => {}
  const listMayCome = new Promise<void>((resolve) => (letListIn = resolve))
  await page.route('**/gate/roster', (route) => listMayCome.then(() => route.continue()))
  await page.goto(`${site.app.url}/desk/open-days/${id}/gate`)
  const start = page.getByRole('button', { name: '开始签到' })
  await start.waitFor()
  const before = await start.boundingBox()
  letListIn()
  await expect(page.locator('#gate-kept')).toHaveText('可以断网使用')
  await expect(page.locator('#gate-list')).toContainText('份')
  expect(await start.boundingBox()).toEqual(before)
  // Another page of this phone keeps the disk busy.
  const other = await page.context().newPage()
  await other.goto(`${site.app.url}/desk/open-days/${id}/gate`)
  await other.evaluate(async () => {
    const request = indexedDB.open('kaimen-gate-queue')
    await new Promise((resolve) => (request.onsuccess = resolve))
    const store = request.result.transaction('settings', 'readwrite').objectStore('settings')
    const hold = () => {
      store.get('device').onsuccess = () => void ('free' in window || hold())
    }
    hold()
  })
  await page.bringToFront()
  await page.getByLabel('这台手机叫什么').fill('东门 1')
  await start.click()
  await expect(page.locator('#gate-work')).toBeVisible()
  await other.evaluate(() => Object.assign(window, { free: true }))
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const { deviceName } = await import('/gate/store.js' as string)
        return deviceName()
      }),
    )
    .toBe('东门 1')
  await page.context().close()
})

test('a phone that opened the gate once admits without a network, and after a bad code the next good one', async ({
  browser,
  site,
  axe,
}) => {
  const { id, visitors } = await aGateNow(site.owner, 3)
  const page = await aPhone(browser, site.app.url, id, '东门 1')
  await page.context().setOffline(true)
  await page.reload()
  await expect(page.locator('#gate-network')).toHaveText('断网')
  await show(page, '不知道什么码', 'refused')
  await show(page, `KM1.${'A'.repeat(107)}`, 'refused')
  await show(page, visitors[0]!.ticket, 'admitted')
  await expect(page.locator('#gate-verdict')).toContainText('请进')
  await expect(page.locator('#gate-verdict')).toContainText('来客1')
  await show(page, visitors[0]!.code, 'repeat')
  await show(page, '1-2', 'unknown')
  await expect(page.locator('#gate-verdict')).toContainText('名单是密封的')
  await expect(page.locator('#gate-waiting')).toHaveText('4 条待上传')
  await axe(page)
  await online(page.context(), page)
  await expect(page.locator('#gate-waiting')).toHaveText('全部已上传')
  expect((await scansOf(site.owner, id)).map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'admitted', 'repeat'])
  await page.context().close()
})

test('with a network the server decides, and knows numbers of the list', async ({ browser, site }) => {
  const { id } = await aGateNow(site.owner, 2)
  const page = await aPhone(browser, site.app.url, id, '东门 1')
  await show(page, '1-2', 'admitted')
  await show(page, '1-2', 'repeat')
  await expect(page.locator('#gate-differs')).toBeHidden()
  await page.context().close()
})

test('200 scans without a network, the page opened again: none is lost, and each is told once', async ({ browser, site }) => {
  test.setTimeout(300_000)
  const { id, visitors } = await aGateNow(site.owner, 200)
  const page = await aPhone(browser, site.app.url, id, '东门 1')
  const context = page.context()
  // From the first: the page tries by itself, and the last try before the button may be the one that goes through.
  const uploads: string[] = []
  page.on('request', (request) => request.url().endsWith('/gate/scans') && uploads.push(request.postData() ?? ''))
  await context.setOffline(true)
  const scan = async (some: typeof visitors) => {
    for (const { ticket } of some) {
      const before = await page.locator('#gate-who').textContent()
      await page.getByLabel('凭证或报名编号').fill(ticket)
      await page.keyboard.press('Enter')
      await expect(page.locator('#gate-who')).not.toHaveText(before ?? '')
    }
  }
  await scan(visitors.slice(0, 120))
  await page.reload()
  await expect(page.locator('#gate-waiting')).toHaveText('120 条待上传')
  await scan(visitors.slice(120))
  await page.reload()
  await expect(page.locator('#gate-waiting')).toHaveText('200 条待上传')
  await online(context, page)
  await expect(page.locator('#gate-waiting')).toHaveText('全部已上传', { timeout: 60_000 })
  const rows = await scansOf(site.owner, id)
  expect(rows.map(({ outcome }) => outcome)).toEqual(visitors.map(() => 'admitted'))
  // The same uploads once more, as after a lost answer: answered again, counted once.
  expect(uploads.length).toBeGreaterThanOrEqual(4)
  for (const body of [...uploads]) {
    const status = await page.evaluate(
      async ([to, sent]) => (await fetch(to!, { method: 'POST', body: new URLSearchParams(sent) })).status,
      [`/desk/open-days/${id}/gate/scans`, body],
    )
    expect(status).toBe(200)
  }
  expect(await scansOf(site.owner, id)).toEqual(rows)
  // What was shown is not kept on the phone once it is told.
  const kept = await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('kaimen-gate-queue')
      request.onsuccess = () => resolve(request.result)
    })
    return new Promise<string>((resolve) => {
      const request = db.transaction('scans').objectStore('scans').getAll()
      request.onsuccess = () => resolve(JSON.stringify(request.result))
    })
  })
  expect(kept).not.toContain('KG1.')
  expect(kept).not.toContain('KM1.')
  await context.close()
})

test('two phones without a network and one ticket: one came in, one conflict, which the supervisor settles', async ({
  browser,
  site,
  axe,
}) => {
  const { id, visitors } = await aGateNow(site.owner, 2)
  const east = await aPhone(browser, site.app.url, id, '东门 1')
  const west = await aPhone(browser, site.app.url, id, '西门 1')
  for (const page of [east, west]) {
    await page.context().setOffline(true)
    await show(page, visitors[0]!.ticket, 'admitted')
  }
  // Of two scans nearer to each other than an upload takes nobody can say which was first: a minute passes at the east gate.
  await east.evaluate(() => {
    const now = Date.now
    Date.now = () => now() + 60_000
  })
  // The later one is told first.
  for (const page of [west, east]) {
    await online(page.context(), page)
    await expect(page.locator('#gate-waiting')).toHaveText('全部已上传')
  }
  expect(await scansOf(site.owner, id)).toMatchObject([
    { outcome: 'repeat', conflict: true, device: '西门 1' },
    { outcome: 'admitted', conflict: false, device: '东门 1' },
  ])
  await east.goto(`${site.app.url}/desk/open-days/${id}/check-in`)
  const section = east.locator('#conflicts')
  await expect(section).toContainText('东门 1')
  await expect(section).toContainText('西门 1')
  await axe(east)
  await section.getByRole('link', { name: '处理' }).click()
  await axe(east)
  await east.getByLabel('怎么回事').fill('一家人分两次进门')
  await east.getByRole('button', { name: '记下处理结果' }).click()
  await expect(section).toContainText('已处理：一家人分两次进门')
  await east.context().close()
  await west.context().close()
})

test('a session that ended keeps the scans; after signing in again they are told', async ({ browser, site }) => {
  const { id, visitors } = await aGateNow(site.owner, 1)
  const page = await aPhone(browser, site.app.url, id, '东门 1')
  const context = page.context()
  await context.setOffline(true)
  await show(page, visitors[0]!.ticket, 'admitted')
  await context.clearCookies()
  await online(context, page)
  await expect(page.locator('#gate-trouble')).toContainText('登录已过期')
  await page.getByRole('link', { name: '重新登录' }).click()
  await fill(page, { contact: STAFF, password: 'open-door-chengxi' })
  await page.locator('main form button').first().click()
  await expect(page.locator('#gate-waiting')).toHaveText('全部已上传')
  expect(await scansOf(site.owner, id)).toMatchObject([{ outcome: 'admitted' }])
  await context.close()
})

for (const [lacking, script] of [
  ['cryptography', () => Object.defineProperty(crypto, 'subtle', { value: undefined })],
  ['storage', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
] as const)
  test(`a browser without ${lacking} is told so and checks in online`, async ({ browser, site }) => {
    const { id, visitors } = await aGateNow(site.owner, 1)
    const page = await aPerson(browser, site.app.url, true, STAFF)
    await page.addInitScript(script)
    await page.goto(`${site.app.url}/desk/open-days/${id}/gate`)
    await expect(page.locator('#gate-plain')).toContainText('浏览器太旧')
    await expect(page.locator('#gate')).toBeHidden()
    await page.getByRole('link', { name: '用联网签到' }).click()
    await page.getByLabel('凭证、报名编号或名单上的号').fill(visitors[0]!.code)
    await page.getByRole('button', { name: '签到' }).click()
    await expect(page.getByRole('status').filter({ hasText: '请进' })).toBeVisible()
    await page.context().close()
  })

test('@both somebody without a registration comes in while places are free', async ({ browser, site, axe, javaScriptEnabled }) => {
  const { id } = await aGateNow(site.owner, 1)
  const page = await aPerson(browser, site.app.url, javaScriptEnabled ?? true, STAFF)
  await page.goto(`${site.app.url}/desk/open-days/${id}/gate`)
  if (!javaScriptEnabled) await expect(page.locator('#gate-plain')).toContainText('没有运行 JavaScript')
  await page.goto(`${site.app.url}/desk/open-days/${id}/walk-in`)
  if (javaScriptEnabled !== false) await axe(page)
  await page.getByLabel('几个人').fill('4')
  await page.getByLabel('姓名').fill('过路人')
  await page.getByRole('button', { name: '放行' }).click()
  await expect(page.getByText('空余名额只有 3 个')).toBeVisible()
  await page.getByLabel('几个人').fill('3')
  await page.getByRole('button', { name: '放行' }).click()
  await expect(page.getByText('请进：3人')).toBeVisible()
  await page.context().close()
})

test('the worker holds one page and no data, and signing out takes page and list away but not the scans', async ({ browser, site }) => {
  const { id, visitors } = await aGateNow(site.owner, 1)
  const page = await aPhone(browser, site.app.url, id, '东门 1')
  const kept = await page.evaluate(async () => (await (await caches.open('kaimen-gate-1')).keys()).map(({ url }) => new URL(url).pathname))
  expect(kept.filter((path) => !/\.(js|css|svg)$/.test(path))).toEqual([`/desk/open-days/${id}/gate`])
  const html = await page.evaluate(async (path) => await (await caches.match(path))!.text(), `/desk/open-days/${id}/gate`)
  expect(html).not.toContain(STAFF)
  expect(html).not.toContain('退出')
  const answer = await page.request.get(`${site.app.url}/desk/open-days/${id}/gate`)
  expect(answer.headers()['permissions-policy']).toContain('camera=(self)')
  expect((await page.request.get(`${site.app.url}/desk`)).headers()['permissions-policy']).toContain('camera=()')
  await page.context().setOffline(true)
  await show(page, visitors[0]!.ticket, 'admitted')
  // Told nowhere yet: the network stays away from the upload alone.
  await page.route('**/gate/scans', (route) => route.abort())
  await page.context().setOffline(false)
  await page.goto(`${site.app.url}/desk/open-days/${id}/check-in`)
  await page.getByRole('button', { name: '退出' }).click()
  await expect(page).toHaveURL(`${site.app.url}/`)
  const left = () =>
    page.evaluate(async () => ({
      caches: await caches.keys(),
      lists: (await indexedDB.databases()).map(({ name }) => name).sort(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }))
  await expect.poll(left).toEqual({ caches: [], lists: ['kaimen-gate-queue'], workers: 0 })
  await page.context().close()
})
