import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { fill, press, signIn } from '../journey/desk'
import { expect, test } from '../support/browser'

const main = (page: Page) => page.getByRole('main')
// A page with script has a quiet status line of its own beside this.
const said = (page: Page) => main(page).locator('.notification[role=status]')
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)

type Owner = (strings: TemplateStringsArray, ...values: string[]) => PromiseLike<Record<string, number>[]>
const dayOf = async (owner: unknown, slug: string) => (await (owner as Owner)`select id from open_days where slug = ${slug}`)[0]!.id!

test('a clerk enters somebody who phoned, finds them on the list, moves them up with a reason, and cancels for them @both', async ({
  page,
  site,
}) => {
  await signIn(page, 'transport@chengxi.example')
  const list = `/desk/open-days/${await dayOf(site.owner, 'bus-control')}/registrations`
  await page.goto(list)
  await page.getByRole('link', { name: '代录一件报名' }).click()
  await press(page, '录入报名')
  await expect(page.locator('#error-summary a')).toHaveCount(5)
  await fill(page, { channel: 'phone', name: '季来电', contact: '没有手机', size: '2' })
  await main(page).locator('[name=quota]').first().check()
  await main(page).locator('[name=told]').check()
  await press(page, '录入报名')
  await expect(page.locator('#error-summary a')).toHaveText(['请填写能收到通知的手机号码或电子邮箱'])
  await expect(main(page).locator('[name=name]')).toHaveValue('季来电')
  await fill(page, { contact: '13800019999' })
  await press(page, '录入报名')
  await expect(said(page)).toContainText('已录入为第9号：候补')
  await expect(main(page)).toContainText('季** 138****9999')
  await expect(main(page)).not.toContainText('13800019999')

  await page.getByRole('link', { name: '第1场 第9号' }).click()
  await expect(main(page)).toContainText('候补第3位')
  await press(page, '查看姓名、联系方式和回答')
  await expect(main(page)).toContainText('季来电')
  await expect(page.getByRole('link', { name: '13800019999' })).toBeVisible()
  await page.getByRole('link', { name: '收起' }).click()
  await page.getByRole('link', { name: '调整候补次序' }).click()
  await fill(page, { place: '1', why: '行动不便，只有这一天有人陪' })
  await press(page, '调整次序')
  await expect(said(page)).toContainText('第9号的候补次序已调整')
  await page.getByRole('link', { name: /候补 3$/ }).click()
  await expect(main(page).locator('#list tbody th')).toHaveText(['第9号', '第6号', '第8号'])

  await page.getByRole('link', { name: '第1场 第9号' }).click()
  await page.getByRole('link', { name: '替本人取消' }).click()
  await fill(page, { why: '来电说不能来' })
  await press(page, '取消报名')
  await expect(said(page)).toContainText('第9号报名已取消')
  await page.goto('/desk/record?subject=registration')
  for (const act of ['代录报名', '查看报名人', '调整候补次序', '取消报名']) await expect(main(page)).toContainText(act)
})

test('staff adds places, which are offered on, and moves the slot, and everybody is to be told @both', async ({ page, site }) => {
  await signIn(page, 'transport@chengxi.example')
  const id = await dayOf(site.owner, 'bus-control')
  await page.goto(`/desk/open-days/${id}/registrations`)
  await page.getByRole('link', { name: /调整名额$/ }).click()
  const seats = main(page).locator('[name^=pool-]')
  await seats.fill('3')
  await press(page, '保存名额')
  await expect(page.locator('#error-summary')).toContainText(/已经占用\d+个/)
  await expect(seats).toHaveValue('3')
  await seats.fill('18')
  await press(page, '保存名额')
  await expect(main(page)).toContainText(/名额 1[5-8]／18/)
  await page.getByRole('link', { name: /改时间或地点$/ }).click()
  const [living] = await site.owner<{ parties: number }[]>`
    select count(*)::int as parties from registrations where open_day_id = ${id} and state in ('applied', 'waiting', 'offered', 'confirmed')`
  const parties = living!.parties
  await expect(main(page)).toContainText(`这一场有${parties}件有效的报名`)
  await fill(page, { arriveAt: '2099-12-01T08:30', startsAt: '2099-12-01T08:00', endsAt: '2099-12-01T10:00', why: '停电检修' })
  await press(page, '改并通知')
  await expect(said(page)).toContainText('到场不能晚于开始')
  await fill(page, { startsAt: '2099-12-01T09:00' })
  await press(page, '改并通知')
  await expect(said(page)).toContainText('本场已改')
  await expect(main(page)).toContainText('2099年12月1日 09:00')
  await expect(main(page)).toContainText(`${parties}件还没有再确认`)
  const told = await site.owner`select 1 from outbox where template = 'slot-moved'`
  expect(told).toHaveLength(parties)
})

test('staff chooses among those who registered: one, one to wait, two not, with reasons @both', async ({ page, site }) => {
  await site.owner`update open_days set choosing = 'review', choosing_rule = '夜间出行方便的优先' where slug = 'night-patrol'`
  await signIn(page, 'order@chengxi.example')
  await page.goto(`/desk/open-days/${await dayOf(site.owner, 'night-patrol')}/registrations`)
  await page.getByRole('link', { name: '挑选报名' }).click()
  await expect(main(page)).toContainText('夜间出行方便的优先')
  const mark = (number: number, choice: string) =>
    page
      .getByRole('group', { name: `第${number}号的结果` })
      .getByLabel(choice, { exact: true })
      .check()
  await mark(1, '选上')
  await mark(3, '不选')
  await mark(4, '不选')
  await press(page, '按所选决定')
  await expect(page.locator('#error-summary')).toContainText('不选要写明理由')
  await expect(page.getByRole('group', { name: '第1号的结果' }).getByLabel('选上', { exact: true })).toBeChecked()
  await page.getByRole('group', { name: '第3号的结果' }).getByLabel('单独的理由').fill('未满十八岁')
  await fill(page, { why: '名额有限' })
  await press(page, '按所选决定')
  await expect(said(page)).toContainText('1件选上、2件不选')
  await expect(page.getByRole('heading', { name: '第2号' })).toBeVisible()
  await expect(page.getByRole('heading', { name: '第3号' })).toHaveCount(0)
  const rows = await site.owner`
    select r.number, r.state, r.ended_why from registrations r join open_days d on d.id = r.open_day_id
     where d.slug = 'night-patrol' and r.number in (1, 3, 4) order by number`
  expect(rows.map((row) => Object.values(row))).toEqual([
    [1, 'confirmed', ''],
    [3, 'not-chosen', '未满十八岁'],
    [4, 'not-chosen', '名额有限'],
  ])
})

/** A published day that no other test knows of. */
async function aDayOfItsOwn(owner: unknown) {
  const slug = `own-${randomUUID().slice(0, 8)}`
  const as = owner as Owner
  const [day] = await as`
    insert into open_days (slug, department_id, title, place, who_may_come, agenda, opens_at, closes_at, prepared_by, submitted_by, submitted_at, published_by, published_at)
    select ${slug}, department_id, '看一看水厂', place, who_may_come, agenda, app_now() - interval '1 day', app_now() + interval '5 days', prepared_by,
           submitted_by, submitted_at, published_by, published_at from open_days where slug = 'transfer-station' returning id`
  await as`insert into slots (open_day_id, position, arrive_at, starts_at, ends_at)
    values (${String(day!.id)}, 1, app_now() + interval '8 days', app_now() + interval '8 days', app_now() + interval '8 days 2 hours')`
  await as`insert into quotas (open_day_id, slot_id, capacity) select open_day_id, id, 10 from slots where open_day_id = ${String(day!.id)}`
  return { id: day!.id!, slug }
}

test('staff cancels a whole day: how many are told, a reason and a tick are asked for, and the notice says why @both', async ({
  page,
  site,
}) => {
  const { id, slug } = await aDayOfItsOwn(site.owner)
  await signIn(page, 'housing@chengxi.example')
  await page.goto(`/desk/open-days/${id}/registrations/entry`)
  await fill(page, { channel: 'phone', name: '季来电', contact: '13800019998', size: '2' })
  await main(page).locator('[name=quota]').first().check()
  await main(page).locator('[name=told]').check()
  await press(page, '录入报名')
  await page.getByRole('link', { name: '取消整次开放日' }).click()
  await expect(main(page)).toContainText('一共有1件有效的报名')
  await press(page, '取消整次开放日并通知')
  await expect(page.locator('#error-summary a')).toHaveText(['请写明理由', '确定要取消，请勾选'])
  await fill(page, { why: '转运站停产检修' })
  await main(page).locator('[name=sure]').check()
  await press(page, '取消整次开放日并通知')
  await expect(said(page)).toContainText('这次开放日已取消')
  await expect(page.getByRole('link', { name: '取消整次开放日' })).toHaveCount(0)
  await page.goto(`/desk/open-days/${id}/cancellation`)
  await expect(said(page)).toContainText('已经取消')
  await page.goto(`/open-days/${slug}`)
  await expect(main(page)).toContainText('这次开放日已经取消')
  await expect(main(page)).toContainText('转运站停产检修')
  await expect(page.getByRole('link', { name: '报名', exact: true })).toHaveCount(0)
})

test.describe('on a small phone and in English', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('choosing among applicants, and their waiting order, fit, are labelled and readable', async ({ page, site, axe }) => {
    await site.owner`update open_days set choosing = 'review', choosing_rule = '夜间出行方便的优先' where slug = 'night-patrol'`
    await signIn(page, 'order@chengxi.example')
    const id = await dayOf(site.owner, 'night-patrol')
    const [one] = await site.owner`select min(id) as id from registrations where open_day_id = ${id} and state = 'applied'`
    const list = `/desk/open-days/${id}/registrations`
    for (const lang of ['zh-CN', 'en']) {
      if (lang === 'en') await page.getByRole('button', { name: 'English' }).click()
      for (const path of [`${list}?state=waiting`, `${list}/review`, `${list}/${one!.id}/contact`, `${list}/${one!.id}/waiting-place`]) {
        await page.goto(path)
        await expect(page.locator('html')).toHaveAttribute('lang', lang)
        expect(await fits(page), path).toBe(true)
        await axe(page)
        if (lang === 'en') expect(await main(page).innerText(), path).not.toMatch(/registrations:|desk\./)
      }
    }
  })
})

test('who has just signed in takes the full list of names as a file, and the record says so', async ({ page, site }) => {
  await signIn(page, 'transport@chengxi.example')
  const list = `/desk/open-days/${await dayOf(site.owner, 'bus-control')}/registrations`
  await page.goto(`${list}/export`)
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载完整的名单（CSV）' }).click()])
  expect(file.suggestedFilename()).toMatch(/^registrations-\d+\.csv$/)
  await page.goto('/desk/record')
  await expect(main(page)).toContainText('导出报名名单')
})
