import type { Browser, Page } from '@playwright/test'
import { demoPeople } from '../../db/demo/people'
import { aPerson, fill, press } from '../journey/desk'
import { expect, test } from '../support/browser'

const main = (page: Page) => page.getByRole('main')
const moderator = demoPeople.housingModerator.login

/** The demo county's session that is on, as somebody of its department. */
async function atSession(browser: Browser, url: string, login: string, javaScriptEnabled = true) {
  const page = await aPerson(browser, url, javaScriptEnabled, login)
  await page.goto(`${url}/desk/live`)
  await main(page).getByRole('rowheader').getByRole('link').first().click()
  await expect(main(page)).toContainText('306218')
  return { page, desk: page.url() }
}

/** Presses Tab until this stands under the focus; how often. */
async function tabTo(page: Page, words: RegExp) {
  for (let pressed = 1; pressed <= 60; pressed++) {
    await page.keyboard.press('Tab')
    if (words.test(await page.evaluate(() => document.activeElement?.textContent || document.activeElement?.id || ''))) return pressed
  }
  throw new Error(`${words} cannot be reached`)
}

test('a queue is moderated by the keyboard alone; after each act the next question is a few steps away @both', async ({
  browser,
  site,
  javaScriptEnabled,
}) => {
  const { page, desk } = await atSession(browser, site.app.url, moderator, javaScriptEnabled)
  await page.goto(`${desk}/questions`)
  await tabTo(page, /^公开 第11问/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/done=publication&number=11#done$/)
  await expect(page.locator('#done')).toBeFocused()
  await expect(main(page)).toContainText('第11问已公开')
  expect(await tabTo(page, /^公开 第10问/), 'from one question to the next').toBeLessThanOrEqual(4)
  await tabTo(page, /^不公开 第10问/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/questions\/10\/decline/)
  await tabTo(page, /^reason$/)
  await page.keyboard.press('ArrowUp')
  await expect(main(page).getByLabel('已有相同的提问')).toBeChecked()
  await tabTo(page, /^不公开$/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/questions\?show=waiting&done=decline&number=10#done$/)
  await expect(main(page)).not.toContainText('充满自动断电')
  await page.goto(`${desk}/questions?show=declined`)
  await expect(main(page)).toContainText('充满自动断电')
  await page.context().close()
})

test('of two moderators at once the second is told who acted and how the question stands @both', async ({
  browser,
  site,
  axe,
  javaScriptEnabled,
}) => {
  const one = await atSession(browser, site.app.url, moderator, javaScriptEnabled)
  const two = await atSession(browser, site.app.url, demoPeople.housingStaff.login, javaScriptEnabled)
  await one.page.goto(`${one.desk}/questions`)
  await two.page.goto(`${two.desk}/questions/9/decline?show=waiting`)
  await main(one.page).getByRole('button', { name: '公开 第9问', exact: true }).click()
  await main(two.page).getByLabel('广告').check()
  await main(two.page).getByLabel('给提问人的说明').fill('请再说清楚一点')
  await main(two.page).getByRole('button', { name: '不公开' }).click()
  await expect(main(two.page)).toContainText('有同事办了这个提问')
  await expect(main(two.page)).toContainText(`${demoPeople.housingModerator.name} · 公开提问`)
  await expect(main(two.page)).toContainText('已公开')
  await expect(main(two.page).getByLabel('给提问人的说明')).toHaveValue('请再说清楚一点')
  if (javaScriptEnabled !== false) await axe(two.page)
  await main(two.page).getByRole('button', { name: '不公开' }).click()
  await expect(two.page).toHaveURL(/done=decline&number=9/)
  await one.page.goto(`${one.desk}/questions/9`)
  await expect(main(one.page)).toContainText('请再说清楚一点')
  for (const { page } of [one, two]) await page.context().close()
})

test('what a colleague did between the page and its connection is seen, without another act', async ({ browser, site }) => {
  const one = await atSession(browser, site.app.url, moderator)
  const two = await atSession(browser, site.app.url, demoPeople.housingStaff.login)
  const first = main(one.page).getByRole('list', { name: '已公开' }).getByRole('listitem').first()
  let connect = () => {}
  const held = new Promise<void>((resolve) => (connect = resolve))
  await one.page.route('**/live/desk.js', (route) => held.then(() => route.continue()))
  await one.page.goto(`${one.desk}/questions?show=out`, { waitUntil: 'commit' })
  const number = (await first.getAttribute('id'))!.replace('question-', '')
  await two.page.goto(`${two.desk}/questions/${number}`)
  await main(two.page).getByRole('button', { name: /^置顶/ }).click()
  await expect(main(two.page)).toContainText('已置顶')
  await expect(first).not.toContainText('置顶')
  connect()
  await expect(first).toContainText('置顶')
  const said = one.page.locator('#queue-said')
  await expect(said).toHaveText(/列表已更新，待审看\d+个。/)
  await said.evaluate((own) => (own.textContent = ''))
  await site.owner`
    with supported as (
      update live_questions set guests = guests + 41
       where number = ${number} and session_id = (select id from live_sessions where code = '306218') returning session_id)
    update live_sessions set acts = acts + 1 where id = (select session_id from supported)`
  await expect(first).toContainText(/未登录4\d/)
  await expect(said).toHaveText('')
  await main(two.page)
    .getByRole('button', { name: /^取消置顶/ })
    .click()
  await expect(first).not.toContainText('置顶')
  await Promise.all([one, two].map(({ page }) => page.context().close()))
})

test('what was entered, corrected or slowed is said in one sentence on the page that follows @both', async ({
  browser,
  site,
  javaScriptEnabled,
}) => {
  const { page, desk } = await atSession(browser, site.app.url, moderator, javaScriptEnabled)
  const said = main(page).getByRole('status').filter({ hasText: /./ })
  await page.goto(`${desk}/entry`)
  await fill(page, { channel: 'paper', body: `夜里充电有没有人管？${javaScriptEnabled}` })
  await press(page, '录入')
  await expect(said).toHaveText(/^第\d+问已录入并公开\s*再录一个$/)
  await said.getByRole('link', { name: '再录一个' }).click()
  await expect(main(page).getByRole('radio', { name: '纸条' })).toBeChecked()
  await page.goto(`${desk}/questions/1`)
  await main(page).getByRole('link', { name: '更正这个回答' }).first().click()
  await fill(page, { body: '围墙内侧可以建。', why: '说得更清楚' })
  await press(page, '更正回答')
  await expect(said).toHaveText('第1问的回答已更正')
  for (const [seconds, sentence] of [
    ['30', '慢速模式已设好：每人两次提问至少隔30秒'],
    ['0', '慢速模式已关闭'],
  ] as const) {
    await page.goto(`${desk}/slow-mode`)
    await fill(page, { slowSeconds: seconds })
    await press(page, '保存')
    await expect(said).toHaveText(sentence)
  }
  for (const typed of [
    `${desk}/questions/1?done=decline`,
    `${desk}/questions?done=decline&number=1`,
    '/desk/live?done=written-answer&number=3',
  ]) {
    await page.goto(`${typed}#done`)
    await expect(page.locator('#done'), 'an address alone says nothing').toHaveCount(0)
  }
  await page.context().close()
})

test('whoever answers for the session of another department is told so at the own desk @both', async ({
  browser,
  site,
  javaScriptEnabled,
}) => {
  const page = await aPerson(browser, site.app.url, javaScriptEnabled, demoPeople.housingStaff.login)
  await page.goto('/desk/live')
  await main(page).getByRole('listitem').filter({ hasText: '公共厕所' }).getByRole('link').click()
  await fill(page, { body: '由我们建，三月动工。', name: '陈亦安', office: '科长' })
  await press(page, '书面答复')
  await expect(page.locator('#done').getByRole('status')).toHaveText(/^第\d+问的书面答复已公开$/)
  await expect(page.locator('#done')).toBeFocused()
  await page.context().close()
})

test('what was done to a session and to those who answer is said the same way, and not because an address says so @both', async ({
  browser,
  site,
  axe,
  javaScriptEnabled,
}) => {
  const { page } = await atSession(browser, site.app.url, moderator, javaScriptEnabled)
  const [session] = await site.owner<{ id: number }[]>`
    insert into live_sessions (code, department_id, title, starts_at, ends_at, created_by)
    select (select lpad((max(code)::int + 1)::text, 6, '0') from live_sessions), department_id, '夜间照明怎么办', app_now(), app_now() + interval '1 hour', created_by
      from live_sessions where code = '306218' returning id`
  const desk = `/desk/live/${session!.id}`
  const done = main(page).locator('#done')
  const says = async (sentence: string) => {
    await expect(done.getByRole('status')).toHaveText(sentence)
    await expect(done).toBeFocused()
  }
  await page.goto(`${desk}/settings`)
  await press(page, '保存')
  await says('设置已保存')
  await page.goto(`${desk}/answerers`)
  for (const name of ['李明', '王芳']) {
    await fill(page, { name, office: '科长' })
    await press(page, '增加答问人')
    await says('答问人已添加')
  }
  await main(page)
    .getByRole('button', { name: /^移除.*王芳/ })
    .click()
  await says('答问人已移除')
  if (javaScriptEnabled !== false) await axe(page)
  for (const [noun, button, sentence] of [
    ['announcement', '公布', '这一场已公布，所有人都能看到，也可以先提问'],
    ['opening', '开始', '这一场已开始'],
    ['ending', '结束提问', '提问已结束，已经提的继续处理'],
    ['closing', '办结', '这一场已办结'],
  ] as const) {
    await page.goto(`${desk}/${noun}`)
    await press(page, button)
    await says(sentence)
  }
  if (javaScriptEnabled !== false) await axe(page)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(done).toHaveText('The session is closed')
  for (const typed of ['opening', 'settings', 'answerer']) {
    await page.goto(`${desk}?done=${typed}#done`)
    await expect(done).toHaveCount(0)
  }
  await page.context().close()
})

test('after an act the moderator stands at the question that was acted on, also when a colleague acts meanwhile @both', async ({
  browser,
  site,
  javaScriptEnabled,
}) => {
  const { page, desk } = await atSession(browser, site.app.url, moderator, javaScriptEnabled)
  const done = page.locator('#done')
  const card = main(page).locator('#question-1')
  await page.goto(`${desk}/questions?show=out`)
  const acts = async (act: '上大屏' | '撤下大屏', sentence: string | RegExp) => {
    await card.getByRole('button', { name: act }).press('Enter')
    await expect(card.locator('#done')).toHaveText(sentence)
    await expect(done).toBeFocused()
    await expect(card.getByRole('heading')).toBeInViewport()
  }
  await acts('上大屏', /^第1问已上大屏/)
  await main(page).locator('#question-2').getByRole('button', { name: '上大屏' }).click()
  await expect(done).toHaveText('第2问已上大屏，第1问已撤下')
  await card.getByRole('link', { name: '第1问', exact: true }).click()
  await expect(main(page)).toContainText('提问撤下大屏')
  await page.goBack()
  await acts('上大屏', '第1问已上大屏，第2问已撤下')
  await acts('撤下大屏', '第1问已撤下大屏')
  if (javaScriptEnabled !== false) {
    const other = await atSession(browser, site.app.url, demoPeople.housingStaff.login)
    await other.page.goto(`${other.desk}/questions/7`)
    await main(other.page).getByRole('button', { name: /^置顶/ }).click()
    await expect(main(page).locator('#question-7')).toContainText('置顶')
    await expect(done).toBeFocused()
    await other.page.context().close()
  }
  await page.keyboard.press('Tab')
  await expect(card.getByRole('link', { name: '第1问', exact: true })).toBeFocused()
  await card.getByRole('link', { name: '合并 第1问' }).click()
  await main(page).getByRole('link', { name: '返回' }).click()
  await expect(page).toHaveURL(/questions\?show=out#question-1$/)
  await expect(card.getByRole('heading')).toBeInViewport()
  await page.context().close()
})

test('what is published is put in the order of its supports, and stays so from act to act @both', async ({
  browser,
  site,
  axe,
  javaScriptEnabled,
}) => {
  const { page, desk } = await atSession(browser, site.app.url, moderator, javaScriptEnabled)
  const supports = async () => (await main(page).locator('#queue').innerText()).match(/\d+(?=（居民)/g)!.map(Number)
  await page.goto(`${desk}/questions?show=out`)
  await main(page).getByRole('link', { name: '附议最多' }).click()
  await expect(page).toHaveURL(/show=out&order=supported$/)
  const shown = await supports()
  expect(shown).toEqual(shown.toSorted((a, b) => b - a))
  if (javaScriptEnabled !== false) await axe(page)
  await main(page).getByRole('button', { name: '上大屏 第3问' }).click()
  await expect(page).toHaveURL(/show=out&order=supported&done=stage&number=3#done$/)
  await expect(main(page).locator('#question-3 #done')).toBeFocused()
  await main(page).getByRole('link', { name: '没有处理结果' }).click()
  await expect(page).toHaveURL(/show=undecided&order=supported$/)
  await main(page).getByRole('button', { name: '上大屏 第2问' }).click()
  await expect(main(page).locator('#question-2 #done')).toBeFocused()
  await page.context().close()
})

test('to open a session days before its announced time is asked once more, in either language @both', async ({
  browser,
  site,
  axe,
  javaScriptEnabled,
}) => {
  const page = await aPerson(browser, site.app.url, javaScriptEnabled, demoPeople.publisher.login)
  const [session] = await site.owner`select id from live_sessions where opened_at is null and starts_at > now() + interval '25 hours'`
  await page.goto(`/desk/live/${session!.id}/opening`)
  await expect(main(page)).toContainText(/这一场预告的时间是\d{4}年\d+月\d+日 \d\d:\d\d，离现在还有一天以上。/)
  await press(page, '开始')
  await expect(main(page).getByRole('alert')).toContainText('确实现在就开始，请勾选')
  await expect(main(page).getByLabel('现在就开始')).not.toBeChecked()
  if (javaScriptEnabled !== false) await axe(page)
  await page.goto(`/desk/live/${session!.id}/opening`)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(main(page)).toContainText(/This session is announced for .+ \d{4} at \d\d:\d\d, more than a day from now\./)
  await press(page, 'Open')
  await expect(main(page)).toContainText('To open it now all the same, tick the box')
  const [row] = await site.owner`select opened_at from live_sessions where id = ${session!.id}`
  expect(row!.opened_at).toBeNull()
  await page.context().close()
})

test('a question’s page has one act in front, the rest by kind, in either language and at any width @both', async ({
  browser,
  site,
  axe,
  javaScriptEnabled,
}) => {
  const { page, desk } = await atSession(browser, site.app.url, moderator, javaScriptEnabled)
  const primary = main(page).locator('.button.is-primary')
  const asked = `夜里谁来巡查？${javaScriptEnabled}`
  await page.goto(`${desk}/entry`)
  await fill(page, { body: asked })
  await press(page, '录入')
  await expect(primary).toHaveText(/^上大屏/)
  await expect(
    main(page)
      .getByRole('group', { name: '怎样回答' })
      .getByRole('link', { name: /^书面答复/ }),
  ).toBeVisible()
  await expect(
    main(page)
      .getByRole('group', { name: '整理' })
      .getByRole('link', { name: /^不公开/ }),
  ).toBeVisible()
  await primary.click()
  await expect(primary).toHaveText(/^现场已答/)
  await primary.click()
  await expect(page.locator('#done')).toContainText('说了什么，办结以前补记')
  await expect(primary).toHaveText(/^补记现场回答/)
  if (javaScriptEnabled !== false) await axe(page)
  await primary.click()
  await main(page).getByLabel('谁回答的').selectOption({ index: 1 })
  await fill(page, { body: '巡查队夜里两班。' })
  await press(page, '补记现场回答')
  await expect(main(page)).toContainText('巡查队夜里两班。')
  await expect(primary).toHaveCount(0)
  await page.goto(`${desk}/questions/8`)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(primary).toHaveText(/^Publish/)
  await expect(main(page).getByRole('link', { name: /^Mute the asker/ })).toBeHidden()
  await main(page).getByText('Restrict the asker').click()
  await expect(main(page).getByRole('link', { name: /^Mute the asker/ })).toBeVisible()
  if (javaScriptEnabled !== false) await axe(page)
  await page.setViewportSize({ width: 390, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.context().close()
})
