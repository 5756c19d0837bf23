import { expect, test } from 'vitest'
import { sql } from '../../db/connection.server'
import { ownerSql, setClock, useDatabase } from '../support/database'

useDatabase()

const anAct = { actor_name: '王五', actor_role: 'editor', act: 'publish', subject: 'consultation', subject_id: '1' }

test('the app may add to the record and read it', async () => {
  await sql`insert into record ${sql(anAct)}`
  expect(await sql`select act from record`).toEqual([{ act: 'publish' }])
})

test.each([
  'update record set act = $$x$$',
  'delete from record',
  'truncate record',
  'drop table record',
  'alter table record disable trigger all',
  'create table more (id int)',
  'reset role; truncate record',
])('the app is refused: %s', async (statement) => {
  await expect(sql.unsafe(statement)).rejects.toMatchObject({ code: expect.stringMatching(/42501/) })
})

test.each(['update record set act = $$x$$', 'delete from record', 'truncate record', 'truncate record cascade'])(
  'even the owner of the tables is refused: %s',
  async (statement) => {
    await ownerSql`insert into record ${ownerSql(anAct)}`
    await expect(ownerSql.unsafe(statement)).rejects.toThrow('Rows of record are only ever added.')
    expect(await sql`select from record`).toHaveLength(1)
  },
)

test('without the trigger the owner could: the test above proves the trigger', async () => {
  await ownerSql`insert into record ${ownerSql(anAct)}`
  await ownerSql.begin(async (tx) => {
    await tx`alter table record disable trigger append_only`
    expect((await tx`delete from record`).count).toBe(1)
    await tx`alter table record enable always trigger append_only`
  })
})

test('the app reads the clock and cannot move it', async () => {
  await setClock('3 days')
  const [{ days }] = await sql<[{ days: number }]>`select extract(day from app_now() - now())::int as days`
  expect(days).toBe(3)
  await expect(sql`update test_clock set ahead = '0'`).rejects.toMatchObject({ code: '42501' })
  await expect(sql`insert into test_clock (ahead) values ('1 day')`).rejects.toMatchObject({ code: '42501' })
  await expect(sql`delete from test_clock`).rejects.toMatchObject({ code: '42501' })
})

test('the clock is right again in the next test', async () => {
  expect(await sql`select app_now() = now() as same`).toEqual([{ same: true }])
})

test('the clock can be set to an instant and goes on from there', async () => {
  await setClock(new Date('2031-01-02T03:04:05Z'))
  const [{ at }] = await sql<[{ at: Date }]>`select app_now() as at`
  expect(at.getTime()).toBeGreaterThanOrEqual(Date.parse('2031-01-02T03:04:05Z'))
  expect(at.getTime()).toBeLessThan(Date.parse('2031-01-02T03:05:05Z'))
})

test('tests begin with empty tables', async () => {
  expect(await sql`select from record`).toHaveLength(0)
})
