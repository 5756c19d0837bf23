import type { Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { expect, test } from '../support/browser'

const main = (page: Page) => page.getByRole('main')
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)

let sessions = 0

/** A session that is on, with two public questions, about a draft; its code. */
async function aSession(owner: Sql, worker: number) {
  const code = `${70 + worker}${String(++sessions).padStart(4, '0')}`
  const [session] = await owner<{ id: number }[]>`
    insert into live_sessions (code, department_id, title, summary, consultation_id, starts_at, ends_at, created_by, announced_at, announced_by, opened_at, opened_by, seq, last_number)
    select ${code}, d.id, '停车难怎么办', '住建局当场回答停车和充电的问题。',
           (select id from consultations where published_at is not null order by id limit 1),
           app_now(), app_now() + interval '2 hours', a.id, app_now(), a.id, app_now(), a.id, 1, 2
      from departments d, accounts a where a.role = 'moderator' order by d.id limit 1 returning id`
  await owner`insert into live_answerers (session_id, department_id, name, office)
    select ${session!.id}, department_id, '李明', '停车管理科科长' from live_sessions where id = ${session!.id}`
  for (const [index, body] of ['晚上车停哪里？', '充电桩什么时候装？'].entries())
    await owner`
      insert into live_questions (session_id, number, channel, entered_by, body, form_key, form_print, state, published_at, seq, pinned_at)
      select ${session!.id}, ${index + 1}, 'hall', created_by, ${body}, ${`${code}-${index}`}, '', 'published', app_now(), 1, ${index === 1 ? new Date() : null}
        from live_sessions where id = ${session!.id}`
  return { id: session!.id, code, board: `/live/${code}` }
}

const publish = (owner: Sql, id: number, number: number) => owner`
  with next as (update live_sessions set seq = seq + 1 where id = ${id} returning seq)
  update live_questions set state = 'published', published_at = app_now(), seq = next.seq from next where session_id = ${id} and number = ${number}`

test.describe('on a small phone', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('a code leads to the board; a question is sent, waits, is published, and taken back @both', async ({ page, site }, {
    workerIndex,
  }) => {
    const { id, code, board } = await aSession(site.owner, workerIndex)
    await page.goto('/')
    await page.getByRole('navigation').getByRole('link', { name: '在线问答' }).click()
    await main(page).locator('[name=code]').fill('12')
    await main(page).getByRole('button', { name: '加入' }).click()
    await expect(page.locator('#error-summary')).toContainText('会议码是六位数字')
    await expect(main(page).locator('[name=code]')).toHaveValue('12')
    await main(page)
      .locator('[name=code]')
      .fill(`${code.slice(0, 3)} ${code.slice(3)}`)
    await main(page).getByRole('button', { name: '加入' }).click()
    await expect(page).toHaveURL(new RegExp(`${board}$`))
    await main(page).getByRole('link', { name: '我要提问' }).click()
    await main(page).getByRole('button', { name: '提交' }).click()
    await expect(page.locator('#error-summary')).toContainText('请写下您的问题')
    await main(page).locator('[name=body]').fill('残疾人车位被占怎么办？')
    await main(page).locator('[name=name]').fill('王女士')
    await main(page).getByRole('button', { name: '提交' }).click()
    await expect(page).toHaveURL(/\/mine\?asked=3$/)
    await expect(main(page)).toContainText('等待主持人审看')
    await page.goto(board)
    await expect(main(page)).not.toContainText('残疾人车位')
    await publish(site.owner, id, 3)
    await main(page).getByRole('link', { name: '看有没有新的' }).click()
    await expect(page.locator('[data-number="3"]')).toContainText('王女士')
    await main(page).getByRole('link', { name: '我的提问' }).click()
    await main(page).getByRole('link', { name: '撤回 第3问' }).click()
    await main(page).getByRole('button', { name: '确定撤回' }).click()
    await expect(main(page)).toContainText('已撤回')
    await page.goto(`${board}/questions/3`)
    await expect(main(page)).toContainText('提问人已经撤回')
  })

  test('a support is counted apart from residents’, keeps the place, and is taken back @both', async ({ page, site }, { workerIndex }) => {
    const { board } = await aSession(site.owner, workerIndex)
    await page.goto(`${board}?sort=new`)
    const first = page.locator('[data-number="1"]')
    await first.getByRole('button', { name: '附议 第1问' }).click()
    await expect(page).toHaveURL(new RegExp(`${board}\\?sort=new&at=1#question-1$`))
    await expect(first).toContainText('居民 0 · 未登录 1')
    await first.getByRole('button', { name: '已附议，点一下收回' }).click()
    await expect(first).toContainText('居民 0 · 未登录 0')
  })

  test('pressed twice by somebody who did nothing here before, a support is one person @both', async ({ page, site }, { workerIndex }) => {
    const { board } = await aSession(site.owner, workerIndex)
    await page.goto(`${board}?sort=new`)
    const first = page.locator('[data-number="1"]')
    await first.getByRole('button', { name: '附议 第1问' }).dblclick()
    await expect(first.getByRole('button')).toContainText('已附议，点一下收回')
    await page.reload()
    await expect(first).toContainText('居民 0 · 未登录 1')
  })

  test('a support that is not counted says why @both', async ({ page, site }, { workerIndex }) => {
    const { id, board } = await aSession(site.owner, workerIndex)
    await page.goto(board)
    await site.owner`update live_questions set state = 'declined', decline_reason = 'insult' where session_id = ${id} and number = 1`
    await page.locator('[data-number="1"]').getByRole('button', { name: '附议 第1问' }).click()
    await expect(main(page)).toContainText('这个提问已经不在了')
    await main(page).getByRole('link', { name: '回到问答' }).click()
    await expect(page).toHaveURL(board)
  })

  test('what was written when the session ended stays to be taken along, and Back and once more asks nothing twice @both', async ({
    page,
    site,
  }, { workerIndex }) => {
    const { id, board } = await aSession(site.owner, workerIndex)
    const send = async () => {
      await page.goto(`${board}/questions/new`)
      await main(page).locator('[name=body]').fill('路灯几点关？')
      await main(page).getByRole('button', { name: '提交' }).click()
    }
    await send()
    await expect(main(page)).toContainText('收到了，这是第3问')
    await send()
    await expect(main(page)).toContainText('收到了，这是第3问')
    await page.goto(`${board}/questions/new`)
    await main(page).locator('[name=body]').fill('还有一个问题')
    await site.owner`update live_sessions set ended_at = app_now(), ended_by = created_by, seq = seq + 1 where id = ${id}`
    await main(page).getByRole('button', { name: '提交' }).click()
    await expect(main(page)).toContainText('问答已经结束')
    await expect(main(page).getByLabel('您写的内容没有提交')).toHaveValue('还有一个问题')
    await expect(main(page)).not.toContainText('您还可以提')
  })

  test('who watches is told when the session is over, and shown it', async ({ page, site }, { workerIndex }) => {
    const { id, board } = await aSession(site.owner, workerIndex)
    await page.goto(board)
    await expect(page.locator('#live-line[data-on="yes"]')).toBeAttached()
    await site.owner`update live_sessions set ended_at = app_now(), ended_by = created_by, seq = seq + 1, acts = acts + 1 where id = ${id}`
    await expect(page.locator('#live-said')).toHaveText('问答已经结束。')
    await main(page).getByRole('button', { name: '显示最新的' }).click()
    await expect(main(page)).toContainText('已结束，答复中')
    await expect(main(page).getByRole('link', { name: '我要提问' })).toHaveCount(0)
  })

  test('orders and search say what they do @both', async ({ page, site }, { workerIndex }) => {
    const { board } = await aSession(site.owner, workerIndex)
    await page.goto(board)
    await expect(page.locator('[data-number]').first()).toContainText('充电桩')
    await expect(main(page)).toContainText('附议人数多的在前')
    await main(page).getByText('排序和搜索 · 附议最多').click()
    await main(page).getByRole('link', { name: '上升最快' }).click()
    await expect(main(page)).toContainText('平均每分钟')
    await main(page).getByText('排序和搜索').click()
    await main(page).locator('[name=q]').fill('车停')
    await main(page).getByRole('button', { name: '搜索' }).click()
    await expect(page.locator('[data-number]')).toHaveCount(1)
    await expect(page).toHaveURL(/sort=rising/)
    await main(page).getByRole('link', { name: '显示全部' }).click()
    await expect(page.locator('[data-number]')).toHaveCount(2)
  })

  test('ordinary, in large print and in English one’s own pages fit and are free of barriers', async ({ page, axe, site, baseURL }, {
    workerIndex,
  }) => {
    const { board } = await aSession(site.owner, workerIndex)
    await page.goto(`${board}/questions/new`)
    await main(page).locator('[name=body]').fill('路边停车收的钱用到哪里去了？')
    await main(page).getByRole('button', { name: '提交' }).click()
    const pages = [
      '/live?code=1',
      `${board}?q=nothing`,
      `${board}/mine`,
      ...[3, 99].map((number) => `${board}/questions/${number}/withdrawal`),
    ]
    const mark = (await page.context().cookies()).filter(({ name }) => name.endsWith('participant'))
    for (const cookie of [[], [{ name: 'display', value: 'elder', url: baseURL }], [{ name: 'lang', value: 'en', url: baseURL }]]) {
      await page.context().clearCookies()
      await page.context().addCookies([...mark, ...cookie])
      for (const path of pages) {
        await page.goto(path)
        expect(await fits(page), `${path} ${JSON.stringify(cookie)}`).toBe(true)
        await axe(page)
      }
    }
  })
})

test('the screen of the hall shows the question that is on, the next, and how to join @both', async ({ page, site, axe }, {
  workerIndex,
}) => {
  const { id, code, board } = await aSession(site.owner, workerIndex)
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.goto(`${board}/stage`)
  await expect(main(page)).toContainText('等待下一个提问')
  await site.owner`update live_questions set staged_at = app_now() where session_id = ${id} and number = 1`
  await expect(async () => {
    await main(page).getByRole('link', { name: '刷新' }).click()
    await expect(page.locator('.screen-now')).toContainText('晚上车停哪里？', { timeout: 500 })
  }).toPass()
  await expect(page.locator('.screen-next')).toContainText('充电桩')
  await expect(page.locator('.screen-code')).toHaveText(code)
  const picture = page.getByRole('img', { name: '加入问答的二维码' })
  await expect(picture).toBeVisible()
  expect((await page.request.get((await picture.getAttribute('src'))!)).headers()['content-type']).toContain('image/svg+xml')
  expect(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true)
  if (test.info().project.name === 'with-script') await axe(page)
})

test('the screen of the hall speaks the language of the session, whatever the browser that opened it @both', async ({ page, site }, {
  workerIndex,
}) => {
  const html = page.locator('html')
  for (const [lang, browser, idle, refresh, skip] of [
    ['en', 'zh-CN', 'Waiting for the next question', 'Refresh', 'Skip to main content'],
    ['zh-CN', 'en', '等待下一个提问', '刷新', '跳到正文'],
  ] as const) {
    const { id, board } = await aSession(site.owner, workerIndex)
    await site.owner`update live_sessions set lang = ${lang} where id = ${id}`
    await page.context().addCookies([{ name: 'lang', value: browser, url: site.app.url }])
    await page.goto(`${board}/stage`)
    await expect(html).toHaveAttribute('lang', lang)
    await expect(page.locator('#screen-now')).toHaveText(idle)
    await expect(page.locator('.skip-link')).toHaveText(skip)
    await expect(main(page).getByRole('heading', { level: 1 }).locator('bdi')).toHaveAttribute('lang', lang)
    await page.goto(`${board}/stage?lang=${browser}`)
    await expect(html).toHaveAttribute('lang', browser)
    await main(page)
      .getByRole('link', { name: lang === 'en' ? '刷新' : 'Refresh' })
      .click()
    await expect(html, 'as the address asks').toHaveAttribute('lang', browser)
    await page.goto(board)
    await expect(html, 'the board is the reader’s own').toHaveAttribute('lang', browser)
    await page.goto(`${board}/stage`)
    await expect(main(page).getByRole('link', { name: refresh })).toBeVisible()
  }
})

test('the board and its JSON may be kept for a second by everybody; one’s own pages by nobody', async ({ request, site }, {
  workerIndex,
}) => {
  const { board } = await aSession(site.owner, workerIndex)
  const kept = async (path: string) => (await request.get(path)).headers()['cache-control']
  for (const path of [board, `${board}/questions/1`, `${board}/stage`, `${board}/transcript`, `${board}/board.json`])
    expect(await kept(path), path).toBe('public, max-age=1')
  expect(await kept(`${board}/mine`)).toContain('no-store')
  expect(await kept(`${board}/questions/new`)).toContain('no-store')
  expect(await kept(board), 'with the mark of this device').toContain('no-store')
})
