import type { Browser, Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { expect, test } from '../support/browser'
import { signIn } from '../journey/desk'
import { aWatcher } from '../support/live-client'

const itemOf = (page: Page, number: number) => page.locator(`#board > li[data-number="${number}"]`)
const supportsOf = (page: Page, number: number) => itemOf(page, number).locator('[data-supports]')
const isLive = (page: Page) => expect(page.locator('#live-line[data-on="yes"]')).toBeAttached()

async function theOpenSession(owner: Sql) {
  const [session] = await owner<
    { id: number; code: string }[]
  >`select id, code from live_sessions where opened_at is not null and ended_at is null limit 1`
  const [shown] = await owner<{ number: number }[]>`
    select number from live_questions where session_id = ${session!.id} and state = 'published' and merged_into is null and staged_at is null order by number limit 1`
  return { ...session!, number: shown!.number }
}

const onPhone = async (browser: Browser, baseURL: string) =>
  (await browser.newContext({ baseURL, viewport: { width: 360, height: 740 }, locale: 'zh-CN' })).newPage()

test('a hall: what one asks the moderator sees, what is let out the others are told of, and the stage shows what is on it', async ({
  browser,
  baseURL,
  site,
  axe,
}) => {
  const { id, code, number } = await theOpenSession(site.owner)
  const [asker, other, third, stage] = (await Promise.all(Array.from({ length: 4 }, () => onPhone(browser, baseURL!)))) as [
    Page,
    Page,
    Page,
    Page,
  ]
  const desk = await (await browser.newContext({ baseURL })).newPage()
  await signIn(desk, 'publisher@chengxi.example')
  await desk.goto(`/desk/live/${id}/questions`)
  await other.goto(`/live/${code}`)
  await stage.setViewportSize({ width: 1920, height: 1080 })
  await stage.goto(`/live/${code}/stage`)
  await third.goto(`/live/${code}?sort=answered`)
  await Promise.all([other, third].map(isLive))

  await asker.goto(`/live/${code}/questions/new`)
  const body = '晚上十点以后能不能把路口的红绿灯改成黄闪？'
  await asker.getByLabel('您的问题').fill(body)
  await asker.getByRole('button', { name: '提交' }).click()
  await expect(asker.getByText(body)).toBeVisible()

  const waiting = desk.locator('#queue > li', { hasText: body })
  await expect(waiting).toBeVisible()
  await expect(other.getByText(body)).toHaveCount(0)
  await waiting.getByRole('button', { name: /公开/ }).click()
  await expect(other.locator('#live-said')).toHaveText('有1个新提问。')
  await other.getByRole('button', { name: '显示最新的' }).click()
  await expect(other.getByText(body)).toBeInViewport()
  await expect(other.locator('.is-fresh').getByRole('link').first()).toBeFocused()
  await expect(other.locator('#live-said')).toHaveText('')
  await axe(other)
  // Where a new question has no place in the list, the list of the newest is shown.
  await third.getByRole('button', { name: '显示最新的' }).click()
  await expect(third).toHaveURL(/sort=new/)
  await expect(third.getByText(body)).toBeInViewport()

  // The asker supports one by the socket: nobody's page is loaded anew, and the number is everywhere.
  await asker.goto(`/live/${code}`)
  await isLive(asker)
  const before = (await supportsOf(other, number).textContent())!
  await itemOf(asker, number).getByRole('button').click()
  await expect(itemOf(asker, number).getByRole('button', { name: /收回/ })).toBeVisible()
  await expect(supportsOf(other, number)).not.toHaveText(before)
  expect(await supportsOf(asker, number).textContent()).toBe(await supportsOf(other, number).textContent())

  const [asked] = await site.owner<{ number: number }[]>`select number from live_questions where session_id = ${id} and body = ${body}`
  await desk.goto(`/desk/live/${id}/questions/${asked!.number}`)
  await desk
    .getByRole('button', { name: /^上大屏/ })
    .first()
    .click()
  await expect(stage.locator('.screen-now')).toContainText(body)
  for (const page of [asker, other, third, stage, desk]) await page.context().close()
})

test('the list does not move under the focus through fifty changes, and after an absence the page catches up by itself', async ({
  browser,
  baseURL,
  site,
}) => {
  const { id, code, number } = await theOpenSession(site.owner)
  const page = await onPhone(browser, baseURL!)
  await page.goto(`/live/${code}`)
  await isLive(page)
  const button = itemOf(page, number).getByRole('button')
  await button.focus()
  const top = () => button.evaluate((own) => own.getBoundingClientRect().top + scrollY)
  const stood = await top()
  const supported = (by: number) =>
    site.owner.begin(async (sql) => {
      await sql`update live_sessions set seq = seq + 1, acts = acts + 1 where id = ${id}`
      await sql`update live_questions set guests = guests + ${by}, seq = (select seq from live_sessions where id = ${id}) where session_id = ${id} and number = ${number}`
    })
  const guests = async () => Number(/(\d+)\D*$/.exec((await supportsOf(page, number).textContent())!)![1])
  const from = await guests()
  for (let each = 0; each < 50; each++) await supported(1)
  await expect.poll(guests).toBe(from + 50)
  await expect(button).toBeFocused()
  expect(await top()).toBe(stood)

  const said = page.locator('#live-said')
  await page.context().setOffline(true)
  await expect(said).toHaveText('现在没有连上，恢复以后自动更新。')
  await button.click()
  await expect(said).toHaveText('现在没有连上，刚才点的没有计入。恢复以后请再点一次。')
  await expect(button).toHaveText(/^附议/)
  await supported(7)
  await page.context().setOffline(false)
  await expect.poll(guests, { timeout: 20_000 }).toBe(from + 57)
  await expect(button).toBeFocused()
  await expect(said).toHaveText('')
  await page.context().close()
})

test('a question that is let out late is shown on the page of the list where it stands', async ({ browser, baseURL, site }) => {
  const [session] = await site.owner<{ id: number; code: string }[]>`
    insert into live_sessions (code, department_id, title, starts_at, ends_at, created_by, announced_at, opened_at, seq)
    select (select lpad((max(code)::int + 1)::text, 6, '0') from live_sessions), department_id, '六十个提问', app_now(), app_now() + interval '1 hour', created_by, app_now(), app_now(), 1
      from live_sessions where code = '306218' returning id, code`
  const { id, code } = session!
  await site.owner`
    insert into live_questions (session_id, number, channel, entered_by, body, form_key, form_print, state, published_at, seq)
    select s.id, n, 'hall', s.created_by, '问题' || n, 'late-' || n, '', case when n > 1 then 'published' else 'pending' end,
           case when n > 1 then app_now() end, case when n > 1 then 1 end
      from live_sessions s, generate_series(1, 60) n where s.id = ${id}`
  const page = await onPhone(browser, baseURL!)
  await page.goto(`/live/${code}?sort=new`)
  await isLive(page)
  await site.owner.begin(async (sql) => {
    await sql`update live_sessions set seq = seq + 1, acts = acts + 1 where id = ${id}`
    await sql`update live_questions set state = 'published', published_at = app_now(), seq = 2 where session_id = ${id} and number = 1`
  })
  await expect(page.locator('#live-said')).toHaveText('有1个新提问。')
  await page.getByRole('button', { name: '显示最新的' }).click()
  await expect(page).toHaveURL(/sort=new&at=1#question-1$/)
  await expect(itemOf(page, 1)).toBeInViewport()
  await isLive(page)
  await expect(page.locator('#live-said')).toHaveText('')
  await page.context().close()
})

test('a hall that comes in one moment is let in by and by: whoever waits is told how many are before them, and is then live', async ({
  browser,
  baseURL,
  site,
}) => {
  const { code } = await theOpenSession(site.owner)
  const page = await onPhone(browser, baseURL!)
  let connect = () => {}
  const held = new Promise<void>((resolve) => (connect = resolve))
  await page.route('**/live/board.js', (route) => held.then(() => route.continue()))
  await page.goto(`/live/${code}`, { waitUntil: 'commit' })
  await expect(page.locator('#board')).toBeVisible()
  const crowd = await Promise.all(Array.from({ length: 1_200 }, () => aWatcher(site.app.url)))
  // Whoever asked for a session that is not there stands in line again, so that it is as long when the page comes, however late.
  let coming = true
  const joins = crowd.map(async (watcher) => {
    while (coming) await watcher.ask('join', { code: '000000', since: 0 })
    return watcher.ask('join', { code, since: 0 })
  })
  const told = page.evaluate(
    () =>
      new Promise<string>((heard) => {
        const said = document.querySelector('#live-said')!
        new MutationObserver(() => said.textContent!.includes('请稍候') && heard(said.textContent!)).observe(said, {
          childList: true,
          characterData: true,
          subtree: true,
        })
      }),
  )
  connect()
  expect(await told).toMatch(/您前面还有\d+人，请稍候/)
  coming = false
  await isLive(page)
  await expect(page.locator('#live-said')).toHaveText('')
  for (const joined of await Promise.all(joins)) expect(joined).toMatchObject({ ok: true })
  await Promise.all([page.context().close(), ...crowd.map((watcher) => watcher.close())])
})

test('whoever looks at their own question reads there what becomes of it, and the characters left are counted as the server counts', async ({
  browser,
  baseURL,
  site,
}) => {
  const { id, code } = await theOpenSession(site.owner)
  const asker = await onPhone(browser, baseURL!)
  await asker.goto(`/live/${code}/questions/new`)
  const [field, left] = [asker.getByLabel('您的问题'), asker.locator('[data-counts="body"]')]
  await expect(left).toHaveText('还可以写300个字')
  await field.fill(`👨‍👩‍👧${'问'.repeat(300)}`)
  await expect(left).toHaveText('超出1个字')
  const body = '西街的公共厕所晚上几点关门？'
  await field.fill(body)
  // Typed text is there again after another page, until it was received.
  await asker.goto(`/live/${code}`)
  await asker.goto(`/live/${code}/questions/new`)
  await expect(field).toHaveValue(body)
  await expect(left).toHaveText(`还可以写${300 - body.length}个字`)
  await asker.getByRole('button', { name: '提交' }).click()
  const mine = asker.locator('#mine')
  await expect(mine).toContainText('等待主持人')

  const desk = await (await browser.newContext({ baseURL })).newPage()
  await signIn(desk, 'publisher@chengxi.example')
  await desk.goto(`/desk/live/${id}/questions`)
  await desk.locator('#queue > li', { hasText: body }).getByRole('button', { name: /公开/ }).click()
  await expect(asker.locator('#mine-said')).toHaveText('您的提问有了新的进展')
  await expect(mine).not.toContainText('等待主持人')
  await asker.goto(`/live/${code}/questions/new`)
  await expect(field).toHaveValue('')
  await field.fill('还有，')
  await asker.goBack()
  await expect(mine).toContainText(body)
  await asker.goForward()
  await expect(field).toHaveValue('还有，')
  for (const page of [asker, desk]) await page.context().close()
})
