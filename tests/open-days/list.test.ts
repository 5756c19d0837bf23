import type { AppLoadContext } from '@remix-run/node'
import { expect, test } from 'vitest'
import { loader } from '~/open-days/pages/list'
import { ownerSql, useDatabase } from '../support/database'
import { anOpenDay } from '../registrations/given'

useDatabase()

const context = { county: { zone: 'Asia/Shanghai' } } as AppLoadContext

const besideOf = async (month: string) => {
  const request = new Request(`https://kaimen.example.cn/open-days?month=${month}`)
  return (await loader({ request, params: {}, context })).beside
}

async function aDayAt(start: string, values: Parameters<typeof anOpenDay>[0] = {}) {
  const { slot } = await anOpenDay(values)
  await ownerSql`
    update slots set arrive_at = ${start}, starts_at = ${start}, ends_at = ${start}::timestamptz + interval '1 hour' where id = ${slot.id}`
}

test('a month leads to the nearest months that have something, and to no others', async () => {
  expect(await besideOf('2026-12')).toEqual({ before: null, after: null })
  // In the county it is November already, and January again.
  await aDayAt('2026-10-31T16:00:00Z')
  await aDayAt('2027-01-31T15:59:00Z')
  await aDayAt('2026-12-10T02:00:00Z', { publishedAt: null, publishedBy: null })
  expect(await besideOf('2026-10')).toEqual({ before: null, after: '2026-11' })
  expect(await besideOf('2026-11')).toEqual({ before: null, after: '2027-01' })
  expect(await besideOf('2026-12')).toEqual({ before: '2026-11', after: '2027-01' })
  expect(await besideOf('2099-12')).toEqual({ before: '2027-01', after: null })
})
