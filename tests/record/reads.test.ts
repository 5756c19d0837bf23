import { beforeEach, expect, test } from 'vitest'
import { db, transaction } from '#db/connection.server'
import { loader as csv } from '~/record/desk/csv'
import { loader as list } from '~/record/desk/list'
import { recordFilter } from '~/record/forms'
import { actsSeen, recordLines, recordPortions } from '~/record/reads.server'
import { record } from '~/record/writes.server'
import type { Viewer } from '~/accounts/rules'
import { record as table } from '#db/schema/record'
import { ownerSql, setClock, useDatabase } from '../support/database'
import { aDepartment, asSeenBy, aViewer } from '../support/people'

useDatabase()

const ZONE = 'Asia/Shanghai'
let mine: number, theirs: number, staff: Viewer, auditor: Viewer

beforeEach(async () => {
  mine = (await aDepartment('住建局')).id
  theirs = (await aDepartment('水务局')).id
  staff = await aViewer('staff', mine, '王丽')
  auditor = await aViewer('auditor', null, '审计')
})

const leave = (viewer: Viewer, act: string, departmentId: number, why = '') =>
  transaction((tx) => record(tx, viewer, { act, subject: 'department', subjectId: departmentId, departmentId, why }))
const seen = async (viewer: Viewer, filter: object = {}) =>
  (await recordLines(viewer, recordFilter.parse(filter), ZONE, 50)).map((line) => line.act)

test('staff see the lines of their department, auditors all of them', async () => {
  await leave(staff, 'department-added', mine)
  await leave(staff, 'department-closed', theirs)
  expect(await seen(staff)).toEqual(['department-added'])
  expect(await seen(auditor)).toEqual(['department-closed', 'department-added'])
  expect(await seen(await aViewer('publisher', theirs))).toEqual(['department-closed'])
  expect(await actsSeen(staff)).toEqual(['department-added'])
  // Control: the lines are there; only the viewer differs.
  expect(await db.select().from(table)).toHaveLength(2)
})

test('the list is narrowed by subject, act, person and day in the county’s zone', async () => {
  await setClock(new Date('2026-03-02T15:59:00Z'))
  await leave(staff, 'department-added', mine)
  await setClock(new Date('2026-03-02T16:01:00Z'))
  await leave(auditor, 'department-renamed', mine)
  expect(await seen(auditor, { from: '2026-03-03' })).toEqual(['department-renamed'])
  expect(await seen(auditor, { to: '2026-03-02' })).toEqual(['department-added'])
  expect(await seen(auditor, { from: '2026-03-02', to: '2026-03-03' })).toHaveLength(2)
  expect(await seen(auditor, { person: '王' })).toEqual(['department-added'])
  expect(await seen(auditor, { person: '%' })).toEqual([])
  expect(await seen(auditor, { act: 'department-renamed' })).toEqual(['department-renamed'])
  expect(await seen(auditor, { subject: 'comment' })).toEqual([])
  expect(await seen(auditor, { subject: 'department', id: String(mine) })).toHaveLength(2)
})

test('pages and exports hold every line once', async () => {
  await ownerSql`insert into record (actor_name, actor_role, act, subject, subject_id) select 'x', 'staff', 'department-added', 'department', n::text from generate_series(1, 2345) n`
  const all: number[] = []
  for await (const portion of recordPortions(auditor, {}, ZONE)) all.push(...portion.map((line) => line.seq))
  expect(all).toHaveLength(2345)
  expect(new Set(all).size).toBe(2345)
  const page = await (await list({ request: new Request('http://localhost/desk/record'), params: {}, context: asSeenBy(auditor) })).json()
  const next = await (
    await list({ request: new Request(`http://localhost/desk/record?before=${page.older}`), params: {}, context: asSeenBy(auditor) })
  ).json()
  expect([page.shown.length, next.shown.length, page.shown.at(-1)!.seq - next.shown[0]!.seq]).toEqual([30, 30, 1])
})

test('nothing in the export is a formula', async () => {
  const names = ['=1+1', '+1', '-1', '@sum', '\tx', '＝1+1', '＋1', '－1', '＠sum']
  for (const name of names) await leave({ ...staff, name }, 'department-added', mine, name)
  const answer = await csv({ request: new Request('http://localhost/desk/record.csv'), params: {}, context: asSeenBy(auditor) })
  const text = await answer.text()
  expect(answer.headers.get('Content-Disposition')).toContain('record.csv')
  const cells = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n/)
    .flatMap((line) => line.split(','))
  expect(cells.filter((cell) => /^"?[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([])
  for (const name of names) expect(text).toContain(`'${name}`)
})
