import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { record } from '#db/schema/record'
import { roles, type Role, type Viewer } from '~/accounts/rules'
import { loader as home } from '~/county/desk/home'
import { i18nFor } from '~/i18n'
import { factsText } from '~/record/lines'
import { subjectPage } from '~/record/subject-page'
import { action, loader } from '~/working-days/desk/year'
import { daysOfNotice, forgetCalendar } from '~/working-days/reads.server'
import { loadNotice } from '~/working-days/writes.server'
import { setClock, useDatabase } from '../support/database'
import { aDepartment, asSeenBy, aViewer, posted } from '../support/people'
import { NOTICE_2025, NOTICE_2026, noticeDays } from './given'

useDatabase()
beforeEach(async () => {
  forgetCalendar()
  await setClock(new Date('2026-11-28T04:00:00Z'))
})

const someone = async (role: Role) => aViewer(role, role === 'staff' ? (await aDepartment()).id : null)

const SOURCE = '国办发明电〔2025〕7号'
const context = (viewer: Viewer | null) => asSeenBy(viewer, { path: '/desk/working-days' })
const show = (viewer: Viewer | null, query = '') =>
  loader({ request: new Request(`http://localhost/desk/working-days${query}`), params: {}, context: context(viewer) } as LoaderFunctionArgs)
const post = (viewer: Viewer | null, year: number, fields: Record<string, string>) =>
  action({
    request: posted(`/desk/working-days?year=${year}`, fields),
    params: {},
    context: context(viewer),
  } as ActionFunctionArgs) as Promise<Response>

const refusal = async (work: () => Promise<unknown>) => {
  const answer = await work().catch((thrown: unknown) => thrown)
  return answer instanceof Response && answer.status !== 200 ? answer.status : 'in'
}

describe('who', () => {
  test.each(roles)('%s', async (role) => {
    const viewer = await someone(role)
    const [sees, loads] = [role === 'administrator' || role === 'auditor', role === 'administrator']
    expect(await refusal(() => show(viewer))).toBe(sees ? 'in' : 403)
    expect(await refusal(() => post(viewer, 2026, { sourceDoc: SOURCE, lines: NOTICE_2026 }))).toBe(loads ? 303 : 403)
    expect(await db.$count(record)).toBe(loads ? 1 : 0)
  })
  test('nobody unknown', async () => {
    expect(await refusal(() => show(null))).toBe(303)
    expect(await refusal(() => post(null, 2026, { sourceDoc: SOURCE, lines: NOTICE_2026 }))).toBe(303)
    expect(await db.$count(record)).toBe(0)
  })
})

test('the page shows the year, until when it is covered, and what is missing', async () => {
  const administrator = await aViewer('administrator')
  expect(await show(administrator)).toMatchObject({ year: 2026, until: null, missing: [2026, 2027], notice: null, mayLoad: true })
  await loadNotice(administrator, { year: 2026, sourceDoc: SOURCE, days: noticeDays(NOTICE_2026, 2026) })
  const seen = await show(await aViewer('auditor'))
  expect(seen).toMatchObject({ year: 2026, years: [2026, 2027], until: '2026-12-31', missing: [2027], total: 248, mayLoad: false })
  expect(seen.notice).toMatchObject({ sourceDoc: SOURCE, last: { by: administrator.name } })
  expect(await show(administrator, '?year=2027')).toMatchObject({ year: 2027, notice: null })
  expect(await show(administrator, '?year=soon')).toMatchObject({ year: 2026 })
})

test('a notice is loaded from its lines, and the page says whether that changed anything', async () => {
  const administrator = await aViewer('administrator')
  const fields = { sourceDoc: SOURCE, lines: NOTICE_2026.replaceAll('\n', '\r\n') }
  expect((await post(administrator, 2026, fields)).headers.get('Location')).toBe('/desk/working-days?year=2026&loaded=yes')
  expect(await daysOfNotice(2026)).toEqual(noticeDays(NOTICE_2026, 2026))
  expect((await post(administrator, 2026, fields)).headers.get('Location')).toBe('/desk/working-days?year=2026&loaded=same')
})

describe('a refused form keeps what was typed', () => {
  test('every bad line is named and nothing is loaded', async () => {
    const fields = { sourceDoc: SOURCE, lines: '2026-10-01..2026-10-07 国庆节\r\n十月十日 上班\r\n2026-02-30 春节' }
    const answer = await post(await aViewer('administrator'), 2026, fields)
    expect(answer.status).toBe(422)
    const { state, faults } = (await answer.json()) as {
      state: { values: object; errors: object }
      faults: { line: number; why: string }[]
    }
    expect(state).toEqual({ values: fields, errors: { lines: 'working-days:error.lines' } })
    expect(faults.map(({ line, why }) => [line, why])).toEqual([
      [2, 'unreadable'],
      [3, 'no-such-day'],
    ])
    expect(await daysOfNotice(2026)).toEqual([])
  })
  test('also where a holiday of the law is not named: half a notice would make the whole year certain', async () => {
    const answer = await post(await aViewer('administrator'), 2026, {
      sourceDoc: SOURCE,
      lines: NOTICE_2026.replace('清明节', '假').trim(),
    })
    expect(answer.status).toBe(422)
    expect((await answer.json()).faults).toEqual([{ line: 0, text: '清明节', why: 'not-named' }])
    expect(await daysOfNotice(2026)).toEqual([])
  })
  test('also without a number or lines', async () => {
    const answer = await post(await aViewer('administrator'), 2026, { sourceDoc: ' ', lines: '\n' })
    expect(answer.status).toBe(422)
    expect((await answer.json()).state.errors).toEqual({
      sourceDoc: 'working-days:error.source',
      lines: 'working-days:error.lines-required',
    })
  })
  test('also where another year’s notice has the day', async () => {
    const administrator = await aViewer('administrator')
    await loadNotice(administrator, { year: 2026, sourceDoc: SOURCE, days: noticeDays('2025-12-31..2026-01-02 元旦', 2026) })
    const lines = `${NOTICE_2025}\n2025-12-31 元旦`.trim().replaceAll('\n', '\r\n')
    const answer = await post(administrator, 2025, { sourceDoc: '甲', lines })
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({
      state: { values: { lines } },
      faults: [{ text: '2025-12-31', why: 'other-notice' }],
    })
  })
})

test('the record tells it in words, with a way to the year', async () => {
  const administrator = await aViewer('administrator')
  await loadNotice(administrator, { year: 2026, sourceDoc: SOURCE, days: noticeDays('2026-01-01..2026-01-03 元旦', 2026) })
  await loadNotice(administrator, { year: 2026, sourceDoc: SOURCE, days: noticeDays('2026-01-01..2026-01-02 元旦', 2026) })
  const [first, second] = await db.select().from(record).orderBy(record.seq)
  const read = (line: typeof first, lang: 'zh-CN' | 'en') =>
    factsText(line!.facts, line!.act, { i18n: i18nFor(lang), lang, zone: 'Asia/Shanghai' })
  expect(read(first, 'zh-CN')).toBe(`放假天数：3；文号：${SOURCE}；调休上班天数：0`)
  expect(read(second, 'en')).toContain('Taken out: 2026-01-03')
  expect(['administrator', 'auditor', 'staff'].map((role) => subjectPage(first!, { role: role as Role }))).toEqual([
    '/desk/working-days?year=2026',
    '/desk/working-days?year=2026',
    null,
  ])
})

test('the desk of the administrator shows the missing year as work, nobody else’s does', async () => {
  const tasks = async (role: Role) => {
    const seen = await home({ request: new Request('http://localhost/desk'), params: {}, context: asSeenBy(await someone(role)) })
    return seen.waiting.map(({ task, title }) => `${task} ${title}`)
  }
  await loadNotice(await aViewer('administrator'), { year: 2026, sourceDoc: SOURCE, days: noticeDays(NOTICE_2026, 2026) })
  expect(await tasks('administrator')).toEqual(['load-working-days 2027'])
  expect(await tasks('auditor')).toEqual([])
  expect(await tasks('staff')).toEqual([])
})
