import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { layDemo } from '#db/demo/lay'
import { openDays } from '#db/schema/open-days'
import { boardFor } from '~/visit-reports/board-reads.server'
import { publishedReport } from '~/visit-reports/reads.server'
import { useDatabase } from '../support/database'
import { aViewer } from '../support/people'

useDatabase()
beforeEach(() => layDemo({ again: true }))

test('one day that is over has its report in time with a suggestion still in hand, another is overdue', async () => {
  const rows = await boardFor(await aViewer('auditor'), null, 'Asia/Shanghai')
  const [reported] = await db.select({ id: openDays.id }).from(openDays).where(eq(openDays.slug, 'nursing-home'))
  const states = rows.flatMap(({ day }) => (day?.stage === 'held' ? [[day.id === reported!.id, day.report.state]] : []))
  expect(states).toContainEqual([true, 'in-time'])
  expect(states).toContainEqual([false, 'overdue'])
  const { document } = (await publishedReport(reported!.id))!
  expect(document).toMatchObject({ figures: { total: { confirmed: 18, came: 17, noShow: 1 } }, feedback: { answers: 5 } })
  expect(document.feedback.overall).toEqual([0, 0, 1, 2, 2])
  expect(document.questions).toHaveLength(2)
  expect(document.suggestions.map(({ outcomes }) => outcomes.at(-1)!.result)).toEqual(['taken-up', 'partly', 'in-hand'])
})
