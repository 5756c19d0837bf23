import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { chromium, type Browser, type Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { aPerson } from '../journey/desk'
import { expect, test } from '../support/browser'
import { findChromium } from '../support/chromium'
import { aGateNow } from './given'
import { film, type Held } from './video'

const STAFF = 'housing@chengxi.example'

/** A browser whose camera sees these codes. */
async function looking<T>(codes: Held[], look: (browser: Browser) => Promise<T>) {
  const path = join(tmpdir(), `kaimen-camera-${randomUUID()}.y4m`)
  film(path, codes)
  const args = ['--no-sandbox', '--disable-gpu', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream']
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...args, `--use-file-for-fake-video-capture=${path}`] })
  try {
    return await look(browser)
  } finally {
    await browser.close()
    await rm(path)
  }
}

async function aPhone(browser: Browser, url: string, dayId: number) {
  const page = await aPerson(browser, url, true, STAFF)
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`${url}/desk/open-days/${dayId}/gate`)
  await page.getByLabel('这台手机叫什么').fill('东门 1')
  await page.getByRole('button', { name: '开始签到' }).click()
  return page
}

const openCamera = (page: Page) => page.getByRole('button', { name: '用相机扫码' }).click()

const outcomes = async (owner: Sql, dayId: number) =>
  (await owner<{ outcome: string }[]>`select outcome from check_ins where open_day_id = ${dayId} order by id`).map(({ outcome }) => outcome)

test('the camera admits a ticket that is held before it, once while it is held', async ({ site }) => {
  const { id, visitors } = await aGateNow(site.owner, 1)
  await looking([{ text: visitors[0]!.ticket }], async (browser) => {
    const page = await aPhone(browser, site.app.url, id)
    await openCamera(page)
    const verdict = page.locator('#gate-verdict')
    await expect(verdict).toHaveAttribute('data-verdict', 'admitted')
    await expect(verdict).toContainText('来客1')
    // A round of the film later it is still the same ticket.
    await page.evaluate(() => {
      const video = document.querySelector('video')!
      const until = video.currentTime + 3
      return new Promise<void>((resolve) => (video.ontimeupdate = () => video.currentTime > until && resolve()))
    })
    await page.getByRole('button', { name: '关闭相机' }).click()
    await expect(page.locator('#gate-video')).toBeHidden()
    expect(await outcomes(site.owner, id)).toEqual(['admitted'])
  })
})

test('after a code that is no ticket the camera reads the ticket that follows, without a network too', async ({ site }) => {
  const { id, visitors } = await aGateNow(site.owner, 1)
  await looking([{ text: 'https://example.cn/menu' }, { text: visitors[0]!.ticket }], async (browser) => {
    const page = await aPhone(browser, site.app.url, id)
    await expect(page.locator('#gate-kept')).toHaveText('可以断网使用')
    await expect(page.locator('#gate-list')).toContainText('份')
    await page.context().setOffline(true)
    await page.reload()
    await openCamera(page)
    await expect(page.locator('#gate-waiting')).not.toHaveText(/^(全部已上传|1 条待上传)$/)
    await page.getByRole('button', { name: '关闭相机' }).click()
    await page.context().setOffline(false)
    await expect(page.locator('#gate-waiting')).toHaveText('全部已上传')
    const found = await outcomes(site.owner, id)
    expect(found.filter((outcome) => outcome === 'admitted')).toEqual(['admitted'])
    expect(found).toContain('refused')
  })
})

test('a small, tilted, badly lit and noisy ticket is read', async ({ site }) => {
  const { id, visitors } = await aGateNow(site.owner, 1)
  await looking([{ text: visitors[0]!.ticket, fills: 0.5, turned: 11, noise: 45 }], async (browser) => {
    const page = await aPhone(browser, site.app.url, id)
    await openCamera(page)
    await expect(page.locator('#gate-verdict')).toHaveAttribute('data-verdict', 'admitted')
  })
})

test('where the camera does not open the guard is told, and types', async ({ browser, site }) => {
  const { id, visitors } = await aGateNow(site.owner, 1)
  const page = await aPhone(browser, site.app.url, id)
  await openCamera(page)
  await expect(page.locator('#gate-trouble')).toContainText('相机打不开')
  await expect(page.getByRole('button', { name: '用相机扫码' })).toBeEnabled()
  await page.getByLabel('凭证或报名编号').fill(visitors[0]!.code)
  await page.getByRole('button', { name: '核对' }).click()
  await expect(page.locator('#gate-verdict')).toHaveAttribute('data-verdict', 'admitted')
  await page.context().close()
})
