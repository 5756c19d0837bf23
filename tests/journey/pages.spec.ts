import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser'
import { hasSharedData, sharedData } from '../support/shared-data'
import { aPerson, fill, press, signIn } from './desk'

const REGULATION = 'drafts/zh-local/济南市既有多层住宅增设电梯规定-2019.md'
const STAFF = 'housing@chengxi.example'
const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

test.describe('a real regulation, from paste to published report and back to the receipt', () => {
  test.skip(!hasSharedData, 'skipped: no ../shared/data beside this checkout')

  test('every person does their part and every page passes @both', async ({ browser, site, axe, javaScriptEnabled }) => {
    test.setTimeout(240_000)
    const person = (login?: string, width?: number) => aPerson(browser, site.app.url, javaScriptEnabled ?? true, login, width)
    // axe needs a script of its own in the page; without JavaScript the same pages are the same bytes.
    const passes = async (page: Page) => {
      if (javaScriptEnabled !== false) await axe(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth).catch(() => true)).toBe(true)
    }
    const title = `既有住宅增设电梯规定（${javaScriptEnabled === false ? '无脚本' : '有脚本'}）`
    const id = await prepared(await person(STAFF), title, passes)

    const publisher = await person('publisher@chengxi.example')
    await publisher.goto(`/desk/consultations/${id}/publication`)
    await passes(publisher)
    await press(publisher, '发布')
    const [found] = await site.owner`select slug from consultations where id = ${id}`

    const resident = await person(undefined, 320)
    const receipt = await commented(resident, found!.slug, passes)

    const moderator = await person('housing.moderator@chengxi.example')
    await moderator.goto(`/desk/consultations/${id}/comments/1`)
    await passes(moderator)
    await fill(moderator, { visibility: 'published' })
    await moderator.locator('main button').first().click()
    await resident.goto(`/consultations/${found!.slug}/comments`)
    await expect(resident.getByText('低层住户的采光')).toBeVisible()
    await passes(resident)

    await site.setClock('40 days')
    try {
      await decided(await person(STAFF), id, passes)
      await signIn(publisher, 'publisher@chengxi.example')
      await publisher.goto(`/desk/consultations/${id}/report/publication`)
      await passes(publisher)
      await press(publisher, '公布')

      await resident.goto(`/consultations/${found!.slug}/report`)
      await expect(resident.getByRole('main')).toContainText('收到')
      await passes(resident)
      await resident.goto(receipt)
      await expect(resident.getByRole('main')).toContainText('增设电梯应当兼顾低层住户采光')
      await expect(resident.getByRole('main')).toContainText('采纳')
      await passes(resident)
    } finally {
      await site.setClock('0')
    }
  })
})

async function prepared(staff: Page, title: string, passes: (page: Page) => Promise<void>) {
  await staff.goto('/desk/consultations/new')
  await passes(staff)
  await fill(staff, { title })
  await staff.locator('main button').first().click()
  await staff.waitForURL(/\/desk\/consultations\/\d+/)
  const id = Number(/consultations\/(\d+)/.exec(staff.url())![1])
  await staff.goto(`/desk/consultations/${id}/draft`)
  await passes(staff)
  await fill(staff, { text: readFileSync(sharedData(REGULATION), 'utf8') })
  await staff.locator('main button').first().click()
  await staff.waitForURL(/articles/)
  await expect(staff.getByText('第二十二条').first()).toBeVisible()
  await passes(staff)
  await staff.goto(`/desk/consultations/${id}/notice`)
  await passes(staff)
  await fill(staff, {
    summary: '多层住宅装电梯怎么申请、怎么协商、怎么出钱。',
    explanatoryNote: '为了方便老年人上下楼，起草了本规定。',
    legalBasis: '《中华人民共和国民法典》',
    opensAt: `${day(0)}T00:00`,
    closesOn: day(35),
    access: 'nothing',
    nameMode: 'masked',
    contactPerson: '房屋科',
    contactPhone: '0000-6121108',
  })
  await press(staff, '保存')
  await staff.goto(`/desk/consultations/${id}/approval-request`)
  await passes(staff)
  await staff.locator('main button').first().click()
  await staff.waitForURL((url) => !url.pathname.endsWith('/approval-request'))
  return id
}

async function commented(resident: Page, slug: string, passes: (page: Page) => Promise<void>) {
  await resident.goto('/consultations')
  await passes(resident)
  await resident.goto(`/consultations/${slug}`)
  await passes(resident)
  await resident.locator('a[href*="comments/new?article=art-5"]').first().click()
  await resident.waitForURL(/comments\/new/)
  await passes(resident)
  await resident.locator('main button').last().click()
  await expect(resident.getByRole('alert')).toBeVisible()
  await passes(resident)
  await fill(resident, { body: '请考虑低层住户的采光，加装前应当征求他们的意见。', stance: 'change', name: '朱明远' })
  await resident.getByRole('button', { name: /核对/ }).click()
  await expect(resident.getByText('低层住户的采光')).toBeVisible()
  await passes(resident)
  await resident.locator('main button').first().click()
  await resident.waitForURL(/\/receipts\/[0-9A-Z-]{19}/)
  await passes(resident)
  return new URL(resident.url()).pathname
}

async function decided(staff: Page, id: number, passes: (page: Page) => Promise<void>) {
  await staff.goto(`/desk/consultations/${id}/report`)
  await expect(staff.getByRole('button', { name: '提交审批' })).toBeDisabled()
  await passes(staff)
  await staff.goto(`/desk/consultations/${id}/sorting/1`)
  await passes(staff)
  await fill(staff, { summary: '增设电梯应当兼顾低层住户采光' })
  await staff.locator('main button').first().click()
  await staff.goto(`/desk/consultations/${id}/points`)
  await passes(staff)
  await staff
    .getByRole('link', { name: /增设电梯应当兼顾低层住户采光/ })
    .first()
    .click()
  await staff.waitForURL(/points\/\d+/)
  await passes(staff)
  await fill(staff, {
    disposition: 'adopted',
    reason: '意见合理，增加征求低层住户意见的要求。',
    textAfter: '第五条　增设电梯应当征求低层住户的意见。',
  })
  await press(staff, '保存')
  await staff.goto(`/desk/consultations/${id}/report`)
  await fill(staff, { statement: '感谢参与的居民，意见已经研究。' })
  await press(staff, '保存')
  await staff.getByRole('button', { name: '提交审批' }).click()
  await staff.waitForLoadState()
}
