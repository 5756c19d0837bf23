import type { Page } from '@playwright/test'
import { fill, press, signIn } from '../journey/desk'
import { expect, test } from '../support/browser'
import { ALSO_GROWN, GROWN, YOUTH } from './numbers'

const main = (page: Page) => page.getByRole('main')
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
const DAY = '/open-days/transfer-station'
let people = 0

test.describe('on a small phone', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('who has places tells what is asked, the guard has it on the day, and a cancellation takes it all away @both', async ({
    page,
    axe,
    site,
    javaScriptEnabled,
  }, { workerIndex }) => {
    const sound = async () => {
      expect(await fits(page), page.url()).toBe(true)
      if (javaScriptEnabled !== false) await axe(page)
    }
    // A published notice cannot ask for more: this one did from the beginning.
    await site.owner`alter table open_days disable trigger open_days_never_ask_more`
    await site.owner`update open_days set asks_identity = true, identity_why = '站区凭身份证入场', asks_plate = true, plate_why = '站区要登记车辆' where slug = 'transfer-station'`
    await site.owner`alter table open_days enable trigger open_days_never_ask_more`
    await page.goto(DAY)
    await expect(main(page)).toContainText('选中以后才问')
    await expect(main(page)).toContainText('站区凭身份证入场')

    await page.goto(`${DAY}/registration`)
    await expect(main(page).locator('[name^=identity]')).toHaveCount(0)
    await main(page).locator('[name=place]').first().check()
    await fill(page, {
      size: '2',
      name: '王小明',
      contact: `135${String(workerIndex).padStart(2, '0')}${String(++people).padStart(6, '0')}`,
    })
    await main(page).locator('[name=rules]').check()
    await press(page, '提交报名')
    await expect(main(page)).toContainText('还要填来访信息')
    await sound()
    const visit = new URL(page.url()).pathname
    await main(page).getByRole('link', { name: '填写来访信息' }).click()
    await sound()
    await fill(page, { 'identity-1': '１１０１０５１９４９１２３１００２１', 'name-2': '王小小', 'identity-2': YOUTH, plates: '浙a·12345' })
    await press(page, '保存')
    await expect(page.locator('#error-summary a')).toHaveText([
      '第1位：身份证号对不上，可能有一位写错了，请核对',
      '第2位：未满18岁，请选择或填写监护人',
      '同意以后才能提供这些信息，请勾选；不同意请与联系人商量',
    ])
    await expect(main(page).locator('[name=plates]')).toHaveValue('浙a·12345')
    await expect(main(page).locator('[name="guardian-2"]')).toBeVisible()
    await sound()
    await fill(page, { 'identity-1': GROWN, 'guardian-2': '1' })
    await main(page).locator('[name=consent]').check()
    await press(page, '保存')
    await expect(page).toHaveURL(new RegExp(`${visit}$`))
    await expect(main(page)).toContainText('来访信息已填好')
    await page.goto(`${visit}/details`)
    await expect(main(page)).toContainText('已填 9*************0014')
    expect(await page.content()).not.toContain(GROWN)
    await sound()

    await signIn(page, 'housing@chengxi.example')
    const [one] = await site.owner<{ id: number; day: number; number: number; position: number }[]>`
      select r.id, r.number, s.position, r.open_day_id as day from registrations r join slots s on s.id = r.slot_id
        join party_details p on p.registration_id = r.id join open_days d on d.id = r.open_day_id
       where d.slug = 'transfer-station' order by r.id desc limit 1`
    const desk = `/desk/open-days/${one!.day}`
    await page.goto(desk)
    await main(page)
      .getByRole('link', { name: /^门卫名单：正门/ })
      .first()
      .click()
    await expect(main(page)).toContainText('不是今天，已遮掩')
    await expect(main(page)).toContainText('9*************0014')
    expect(await page.content()).not.toContain(GROWN)
    await sound()
    await page.goto(`${desk}/registrations/${one!.id}`)
    await expect(main(page)).toContainText('9*************0014')
    await sound()
    await press(page, '查看全部来访信息')
    await expect(main(page)).toContainText(GROWN)
    await expect(main(page)).toContainText('监护人：同来的王小明')
    await sound()
    await page.goto(`${desk}/registrations/${one!.id}/details/entry`)
    await sound()
    await main(page).locator('details:has([name="guardian-2"]) > summary').click()
    await fill(page, { 'name-1': '王小明', 'identity-1': ALSO_GROWN, 'name-2': '王小小', 'identity-2': YOUTH, 'guardian-2': '1' })
    await main(page).locator('[name=consent]').check()
    await press(page, '保存')
    await expect(main(page)).toContainText('9*************0026')
    await page.goto('/desk/record')
    for (const act of ['填写来访信息', '查看来访信息', '打开门卫名单']) await expect(main(page)).toContainText(act)

    await page.goto(`${visit}/cancellation`)
    await press(page, '确定取消')
    expect(await site.owner`select 1 from party_details where registration_id = ${one!.id}`).toHaveLength(0)
    await page.goto(`${visit}/details`)
    await expect(main(page)).toContainText('现在没有名额，不用填这些信息')
  })

  test('the sheet of today shows everything, in English and in large print too', async ({ page, axe, site, baseURL }) => {
    await signIn(page, 'schools@chengxi.example')
    const [day] = await site.owner<{ id: number }[]>`select id from open_days where slug = 'school-kitchen'`
    for (const cookie of [
      { name: 'display', value: 'elder' },
      { name: 'lang', value: 'en' },
    ]) {
      await page.context().addCookies([{ ...cookie, url: baseURL }])
      await page.goto(`/desk/open-days/${day!.id}/guard-sheet`)
      await expect(main(page)).toContainText(GROWN)
      await expect(main(page)).toContainText('浙A7K52M')
      expect(await fits(page)).toBe(true)
      await axe(page)
    }
    await expect(main(page)).toContainText('Guardian: ')
    expect(await main(page).innerText()).not.toMatch(/party-details:|desk\./)
  })
})
