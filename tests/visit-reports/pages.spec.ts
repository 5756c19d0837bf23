import { crc32, deflateSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { aGateNow } from '../check-ins/given'
import { aPerson, fill, press, signIn } from '../journey/desk'
import { expect, test } from '../support/browser'

const STAFF = 'housing@chengxi.example'
const PUBLISHER = 'publisher@chengxi.example'
const main = (page: Page) => page.getByRole('main')

/** A day whose gate is closed since an hour: two parties of two, one of which came. */
async function aDayOver(owner: Sql) {
  const { id, slotId, visitors } = await aGateNow(owner, 2)
  await owner`update slots set arrive_at = app_now() - interval '5 hours', starts_at = app_now() - interval '4 hours',
    ends_at = app_now() - interval '1 hour' where id = ${slotId}`
  await owner`
    insert into check_ins (open_day_id, slot_id, registration_id, nonce, outcome, people, scanned_by, scanned_at)
    select ${id}, ${slotId}, ${visitors[0]!.id}, gen_random_uuid()::text, 'admitted', 2, prepared_by, app_now() - interval '4 hours'
      from open_days where id = ${id}`
  const [day] = await owner<{ slug: string }[]>`select slug from open_days where id = ${id}`
  return { id, slug: day!.slug, visitors }
}

/** Four pixels by three, in one colour. */
function aPicture(): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    size.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([size, named, sum])
  }
  const header = Buffer.from([0, 0, 0, 4, 0, 0, 0, 3, 8, 2, 0, 0, 0])
  const rows = Buffer.concat(Array.from({ length: 3 }, () => Buffer.from([0, ...Array<number>(12).fill(0x66)])))
  const body = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...body])
}

const look = (page: Page, url: string, name: 'lang' | 'display', value: string) => page.context().addCookies([{ name, value, url }])
const plainly = (page: Page) => page.context().clearCookies({ name: /^(lang|display)$/ })

test.describe('after the day, on a small phone', () => {
  test('its report is written, published by somebody else, read by everybody; a photo is taken down @both', async ({
    browser,
    site,
    axe,
    javaScriptEnabled,
  }) => {
    test.setTimeout(300_000)
    const script = javaScriptEnabled !== false
    const { id, slug } = await aDayOver(site.owner)
    const desk = `/desk/open-days/${id}/report`
    // axe needs a script of its own in the page; without JavaScript the same pages are the same bytes.
    const passes = async (page: Page) => {
      if (!script) return
      await axe(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), page.url()).toBeLessThanOrEqual(0)
    }

    const staff = await aPerson(browser, site.app.url, script, STAFF, 320)
    await staff.goto(desk)
    await expect(main(staff)).toContainText('还没有动笔')
    await expect(main(staff)).toContainText('没有写当天情况。')
    await passes(staff)
    await written(staff, desk, passes)

    await staff.goto(desk)
    await main(staff).getByRole('link', { name: '提交审批' }).click()
    await expect(main(staff)).toContainText('垃圾压缩以后运到哪里？')
    await passes(staff)
    await press(staff, '提交审批')
    await expect(main(staff)).toContainText('待批准')
    expect((await staff.request.get(`${site.app.url}/open-days/${slug}/report`)).status()).toBe(404)

    const publisher = await aPerson(browser, site.app.url, script, PUBLISHER, 320)
    await site.owner`update sessions set authenticated_at = authenticated_at - interval '1 hour'`
    await publisher.goto(`${desk}/publication`)
    await expect(publisher).toHaveURL(/\/sign-in\/again/)
    await fill(publisher, { password: 'open-door-chengxi' })
    await main(publisher).locator('form button').first().click()
    await expect(publisher).toHaveURL(new RegExp(`${desk}/publication$`))
    await passes(publisher)
    await press(publisher, '公布')
    await expect(publisher).toHaveURL(new RegExp(`/open-days/${slug}/report$`))

    const anybody = await aPerson(browser, site.app.url, script, undefined, 320)
    await anybody.goto(`/open-days/${slug}`)
    await main(anybody).getByRole('link', { name: '看情况反馈' }).click()
    await says(anybody)
    for (const [name, value] of [
      ['display', 'elder'],
      ['lang', 'en'],
    ] as const) {
      await look(anybody, site.app.url, name, value)
      await anybody.reload()
      await passes(anybody)
      await plainly(anybody)
    }
    const data = await (await anybody.request.get(`${site.app.url}/open-days/${slug}/report.json`)).json()
    expect(data).toMatchObject({
      figures: { total: { confirmed: 4, came: 2, noShow: 2 } },
      questions: [{ question: '垃圾压缩以后运到哪里？', answer: '运到县外的焚烧厂。', answeredBy: '环卫股 陈工' }],
      suggestions: [{ outcomes: [{ result: 'taken-up' }] }, { outcomes: [{ result: 'in-hand', dueOn: '2099-12-31' }] }],
      photos: [{ alt: '压缩车间' }],
    })
    const photo = `${site.app.url}/open-days/${slug}/photos/${data.photos[0].id}`
    expect((await anybody.request.get(photo)).headers()['content-type']).toBe('image/png')
    await anybody.goto('/open-days/reports')
    await expect(main(anybody).locator(`a[href="/open-days/${slug}/report"]`)).toBeVisible()
    await passes(anybody)

    await staff.goto(`${desk}/photos`)
    await main(staff).getByRole('link', { name: '撤下' }).click()
    await passes(staff)
    await press(staff, '撤下')
    await expect(staff.locator('#error-summary a')).toHaveText(['请写说明'])
    await fill(staff, { why: '照片里的人改了主意' })
    await press(staff, '撤下')
    expect((await anybody.request.get(photo)).status()).toBe(404)
    await anybody.goto(`/open-days/${slug}/report`)
    await expect(main(anybody)).toContainText('一张照片应当事人要求撤下。')
    await expect(main(anybody)).not.toContainText('压缩车间')
    await expect(main(anybody)).not.toContainText('改了主意')

    await staff.goto(`${desk}/continuation`)
    await passes(staff)
    await fill(staff, { why: '补充建议2的办理结果' })
    await press(staff, '开始下一版')
    await expect(main(staff)).toContainText('正在撰写')
    for (const each of [staff, publisher, anybody]) await each.context().close()
  })

  test('who came says how it was, and changes it until the report is out @both', async ({ browser, site, axe, javaScriptEnabled }) => {
    const script = javaScriptEnabled !== false
    const { id, visitors } = await aDayOver(site.owner)
    const [came, stayedAway] = visitors
    const visitor = await aPerson(browser, site.app.url, script, undefined, 320)
    const passes = () => (script ? axe(visitor) : undefined)
    await visitor.goto(`/registrations/${came!.code}`)
    await main(visitor).getByRole('link', { name: '说说这次参观怎么样' }).click()
    await passes()
    await fill(visitor, { better: '讲解慢一点' })
    await press(visitor, '提交')
    await expect(visitor.locator('#error-summary a')).toHaveText(['请选择总的来说满意不满意', '请选择报名方便不方便'])
    expect(await visitor.locator('[name=better]').inputValue()).toBe('讲解慢一点')
    await passes()
    await fill(visitor, { overall: '3', ease: 'easy' })
    await visitor.locator('[name=suggested]').check()
    await press(visitor, '提交')
    await expect(main(visitor)).toContainText('收到了，谢谢您')
    for (const [name, value] of [
      ['display', 'elder'],
      ['lang', 'en'],
    ] as const) {
      await look(visitor, site.app.url, name, value)
      await visitor.goto(`/registrations/${came!.code}/feedback`)
      await passes()
      await plainly(visitor)
    }
    await visitor.goto(`/registrations/${came!.code}/feedback`)
    await expect(main(visitor)).toContainText('您已经回答过，可以修改。')
    expect(await visitor.locator('[name=better]').inputValue()).toBe('讲解慢一点')
    await fill(visitor, { overall: '5', better: '讲解慢一点，字大一点' })
    await press(visitor, '保存修改')
    await visitor.goto(`/registrations/${came!.code}/feedback`)
    await expect(visitor.locator('[name=overall][value="5"]')).toBeChecked()
    expect(await site.owner`select overall from feedback where open_day_id = ${id}`).toMatchObject([{ overall: 5 }])
    await visitor.goto(`/registrations/${stayedAway!.code}/feedback`)
    await expect(main(visitor)).toContainText('来参加了的人才回答')
    await expect(main(visitor).locator('form')).toHaveCount(0)

    await signIn(visitor, STAFF)
    await visitor.goto(`/desk/open-days/${id}/feedback`)
    await expect(main(visitor)).toContainText('讲解慢一点，字大一点')
    await passes()
    await main(visitor).getByRole('link', { name: '列入建议' }).click()
    await expect(visitor.locator('[name=text]')).toHaveValue('讲解慢一点，字大一点')
    await visitor.context().close()
  })
})

async function written(staff: Page, desk: string, passes: (page: Page) => Promise<void>) {
  await main(staff).getByRole('link', { name: '当天情况' }).click()
  await passes(staff)
  await fill(staff, { happened: '一户居民看了称重和压缩，座谈了一个小时。' })
  await press(staff, '保存')
  await expect(staff).toHaveURL(new RegExp(`${desk}$`))

  await staff.goto(`${desk}/questions`)
  await press(staff, '增加一个提问')
  await expect(staff.locator('#error-summary a')).toHaveText(['请写提问'])
  await fill(staff, { question: '垃圾压缩以后运到哪里？', answer: '运到县外的焚烧厂。', answeredBy: '环卫股 陈工' })
  await press(staff, '增加一个提问')
  await expect(main(staff).getByRole('table')).toContainText('垃圾压缩以后运到哪里？')
  await passes(staff)
  await main(staff).getByRole('table').getByRole('link').first().click()
  await passes(staff)

  await suggested(staff, desk, '投放点加一盏灯', { result: 'taken-up', reason: '本月装好。' })
  await passes(staff)
  await staff.goto(`${desk}/suggestions`)
  await fill(staff, { text: '周末也收大件垃圾' })
  await press(staff, '增加一条建议')
  await fill(staff, { result: 'in-hand' })
  await press(staff, '保存')
  await expect(staff.locator('#error-summary a')).toHaveText(['办理中的请写办理期限'])
  await passes(staff)
  await fill(staff, { dueOn: '2099-12-31' })
  await press(staff, '保存')
  await expect(main(staff).getByRole('table')).toContainText('2099-12-31')
  await passes(staff)

  await staff.goto(`${desk}/photos`)
  await fill(staff, { alt: '压缩车间', people: 'nobody' })
  await press(staff, '增加一张照片')
  await expect(staff.locator('#error-summary a')).toHaveText(['请选择一张照片'])
  await staff.locator('[name=photo]').setInputFiles({ name: 'IMG_1.png', mimeType: 'image/png', buffer: aPicture() })
  await press(staff, '增加一张照片')
  await expect(main(staff).locator('figure')).toContainText('压缩车间')
  await passes(staff)
}

async function suggested(staff: Page, desk: string, text: string, decided: Record<string, string>) {
  await staff.goto(`${desk}/suggestions`)
  await fill(staff, { text })
  await press(staff, '增加一条建议')
  await expect(staff).toHaveURL(/suggestions\/\d+$/)
  await fill(staff, decided)
  await press(staff, '保存')
  await expect(staff).toHaveURL(new RegExp(`${desk}/suggestions$`))
}

async function says(page: Page) {
  for (const told of [
    '看了称重和压缩',
    '垃圾压缩以后运到哪里？',
    '环卫股 陈工 回答',
    '投放点加一盏灯',
    '本月装好。',
    '周末也收大件垃圾',
    '其中1条办理中',
    '住房和城乡建设局',
    '2099-12-31',
    '压缩车间',
  ])
    await expect(main(page)).toContainText(told)
}
