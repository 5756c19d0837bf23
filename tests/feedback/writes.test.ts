import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { feedback } from '#db/schema/feedback'
import { outbox } from '#db/schema/messages'
import { registrations } from '#db/schema/registrations'
import { record } from '#db/schema/record'
import { askVisitors } from '~/feedback/asking-writes.server'
import { askedOf, feedbackCounts, feedbackTexts, markOf, ownFeedback } from '~/feedback/reads.server'
import { giveFeedback } from '~/feedback/writes.server'
import { registerParty } from '~/registrations/register-writes.server'
import { forgetVisitors } from '~/registrations/retention.server'
import { lookupKey, readCode } from '~/sealing.server'
import { databaseNow } from '~/web/clock.server'
import { anOpenDay, aParty } from '../registrations/given'
import { ownerSql, setClock, useDatabase } from '../support/database'
import { atTheKeyboard } from '../support/people'
import { aHeldDay, aSubmitted } from '../visit-reports/given'
import { publishReport } from '~/visit-reports/writes.server'

useDatabase()

const answer = (values: object = {}) => ({ overall: 4, ease: 'easy' as const, good: '', better: '', suggested: false, ...values })

describe('feedback', () => {
  test('one answer a registration, changed as often as wanted, and nothing in the record', async () => {
    const { day, codes } = await aHeldDay()
    const lines = await db.$count(record)
    await Promise.all(Array.from({ length: 10 }, () => giveFeedback(codes[0]!, answer())))
    expect(await giveFeedback(codes[0]!.toLowerCase(), answer({ overall: 2, better: '路标' }))).toMatchObject({ ok: true })
    expect(await db.$count(feedback)).toBe(1)
    expect(await ownFeedback(codes[0]!)).toMatchObject({ overall: 2, better: '路标' })
    expect(await feedbackCounts(day.id)).toEqual({ answers: 1, overall: null, ease: null })
    expect(await db.$count(record)).toBe(lines)
  })

  test('is counted from five on; below that staff read only what was handed in as a suggestion', async () => {
    const { day, codes } = await aHeldDay({}, 5)
    for (const [index, code] of codes.slice(0, 4).entries())
      await giveFeedback(code, answer({ overall: index + 1, better: `第${index}条`, suggested: index === 0 }))
    expect((await feedbackTexts(day.id)).map(({ better }) => better)).toEqual(['第0条'])
    await giveFeedback(codes[4]!, answer({ overall: 5 }))
    expect(await feedbackCounts(day.id)).toMatchObject({ answers: 5, overall: [1, 1, 1, 1, 1], ease: { easy: 5 } })
    expect(await feedbackTexts(day.id)).toHaveLength(4)
  })

  test('is not taken before the end of the slot, after the report, or two weeks after the day', async () => {
    const given = await anOpenDay()
    const early = await registerParty(aParty(given.pool))
    expect(await giveFeedback(early.ok ? early.code : '', answer())).toMatchObject({ why: 'not-over' })
    const held = await aHeldDay()
    await aSubmitted(held)
    await publishReport(await atTheKeyboard(held.publisher), held.day.id)
    expect(await giveFeedback(held.codes[0]!, answer())).toMatchObject({ why: 'report-out' })
    expect(await giveFeedback('0000-0000-0000-0000', answer())).toMatchObject({ why: 'unknown' })
    const late = await aHeldDay()
    await setClock('60 days')
    expect(await giveFeedback(late.codes[0]!, answer())).toMatchObject({ why: 'over' })
  })

  test('its texts go with what visitors told about themselves, its marks stay', async () => {
    const { day, codes } = await aHeldDay({ keptDays: 1 })
    await giveFeedback(codes[0]!, answer({ good: '讲得好', better: '路标', suggested: true }))
    await setClock('13 days')
    await forgetVisitors()
    const [row] = await db.select().from(feedback)
    expect(row).toMatchObject({ good: null, better: null, overall: 4, openDayId: day.id })
    // Nor does the code, which the registration keeps, lead to them.
    expect(row!.mark).not.toBe(markOf(readCode(codes[0]!)!))
    expect(await ownFeedback(codes[0]!)).toBeNull()
    expect(await giveFeedback(codes[0]!, answer())).toMatchObject({ why: 'forgotten' })
  })

  test('no row says by which transaction it came whose answer is whose', async () => {
    const { codes } = await aHeldDay({}, 3)
    const linked = () => ownerSql`select from feedback f join registrations r on f.xmin::text in (r.xmin::text, r.xmax::text)`
    for (const code of codes) await giveFeedback(code, answer())
    expect(await linked()).toHaveLength(0)
    await giveFeedback(codes[0]!, answer({ overall: 1 }))
    expect(await linked()).toHaveLength(0)
  })

  test('an answer at the moment of deletion is deleted or refused', async () => {
    const { codes } = await aHeldDay({ keptDays: 1 }, 5)
    await setClock('13 days')
    const given = codes.map((code) => giveFeedback(code, answer({ good: '讲得好' })))
    await Promise.all([...given, forgetVisitors()])
    expect((await db.select().from(feedback)).filter(({ good }) => good !== null)).toEqual([])
  })

  test('visitors are asked once, some time after their slot and by day', async () => {
    await aHeldDay({}, 2)
    const asked = async () =>
      (await db.select({ template: outbox.template }).from(outbox)).filter(({ template }) => template === 'visit-feedback')
    await atHour('23')
    await askVisitors()
    expect(await asked()).toHaveLength(0)
    await atHour('10')
    await Promise.all([askVisitors(), askVisitors()])
    await askVisitors()
    expect(await asked()).toHaveLength(2)
  })

  test('who left no way to be reached is not counted among those asked', async () => {
    const { day, codes } = await aHeldDay({}, 2)
    await db
      .update(registrations)
      .set({ contact: null })
      .where(eq(registrations.codeKey, lookupKey('registration', readCode(codes[0]!)!)))
    await atHour('10')
    await askVisitors()
    expect(await askedOf(day.id)).toBe(1)
  })
})

/** The next time that the county's clock shows this hour, a day or two after the slot. */
async function atHour(hour: string) {
  const now = await databaseNow()
  const local = new Date(now.getTime() + 8 * 3_600_000)
  local.setUTCHours(Number(hour), 0, 0, 0)
  const at = new Date(local.getTime() - 8 * 3_600_000)
  await setClock(at > now ? at : new Date(at.getTime() + 86_400_000))
}
