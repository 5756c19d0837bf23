import { and, asc, eq } from 'drizzle-orm'
import { checkIns } from '#db/schema/check-ins'
import { feedback, feedbackRounds } from '#db/schema/feedback'
import { openDays } from '#db/schema/open-days'
import { registrations } from '#db/schema/registrations'
import { suggestionOutcomes, visitQuestions, visitReports, visitSuggestions } from '#db/schema/visit-reports'
import { addDays, dayOf } from '~/calendar/periods'
import { markOf } from '~/feedback/reads.server'
import { seal, unseal } from '~/sealing.server'
import { candidateFor } from '~/visit-reports/candidate-reads.server'
import { materialOf } from '~/visit-reports/desk-reads.server'
import { missingIn } from '~/visit-reports/rules'
import { note, type Actor, type Laying } from './laying'
import { demoCounty, demoPeople, type PersonKey } from './people'
import { demoVisitReports, type DemoVisitReport } from './visit-reports'

const staffWith = (laying: Laying, id: string): Actor =>
  (Object.keys(demoPeople) as PersonKey[]).map((key) => laying.person(key)).find((person) => person.id === id)!

type Place = { day: typeof openDays.$inferSelect; parties: (typeof registrations.$inferSelect)[]; staff: Actor }

/** What came of the demo county's days that are over: a report that is out, and one that is owed. */
export async function layVisitReports(laying: Laying) {
  for (const content of demoVisitReports) {
    const [day] = await laying.tx.select().from(openDays).where(eq(openDays.slug, content.slug))
    const parties = await laying.tx
      .select()
      .from(registrations)
      .where(eq(registrations.openDayId, day!.id))
      .orderBy(asc(registrations.number))
    const place = { day: day!, parties, staff: staffWith(laying, day!.preparedBy) }
    await layArrivals(laying, place, content)
    await layFeedback(laying, place, content)
    await layWork(laying, place, content)
    if (content.published) await publish(laying, place, content)
  }
}

async function layArrivals({ tx, at }: Laying, { day, parties, staff }: Place, { came }: DemoVisitReport) {
  if (!came) return
  const rows = parties
    .filter(({ number }) => came.parties.includes(number))
    .map(({ id, slotId, size }, index) => {
      const scannedAt = new Date(at(came.at).getTime() + index * 70_000)
      const scan = { outcome: 'admitted' as const, people: size, scannedAt, receivedAt: scannedAt, scannedBy: staff.id, device: '正门' }
      return { ...scan, openDayId: day.id, slotId, registrationId: id, nonce: `demo:${id}` }
    })
  await tx.insert(checkIns).values(rows)
}

async function layFeedback({ tx, at }: Laying, { day, parties }: Place, { came, feedback: given }: DemoVisitReport) {
  if (!given) return
  const asked = parties.filter(({ number }) => came!.parties.includes(number))
  await tx.insert(feedbackRounds).values({ slotId: asked[0]!.slotId, askedAt: at(given.asked), told: asked.length })
  await tx.insert(feedback).values(
    given.answers.map(({ good, better, ...marks }, index) => ({
      ...marks,
      ...{ openDayId: day.id, mark: markOf(unseal(asked[index]!.codeSealed!)) },
      ...{ good: good ? seal(good) : null, better: better ? seal(better) : null },
    })),
  )
}

async function layWork(laying: Laying, { day, staff }: Place, { written, happened, questions, suggestions }: DemoVisitReport) {
  const { tx, at, now } = laying
  const openDayId = day.id
  const today = dayOf(now, demoCounty.zone)
  const leave = leaver(laying, day)
  await tx.insert(visitReports).values({ openDayId, revision: 1, happened, preparedBy: staff.id, preparedAt: at(written) })
  if (happened) leave(at(written), staff, 'visit-report-drafted', { revision: 1 })
  await tx
    .insert(visitQuestions)
    .values(questions.map(({ question, answer, by }, index) => ({ openDayId, position: index + 1, question, answer, answeredBy: by })))
  questions.forEach(() => leave(at(written), staff, 'visit-question-changed'))
  for (const [index, { text, said }] of suggestions.entries()) {
    const [made] = await tx
      .insert(visitSuggestions)
      .values({ openDayId, number: index + 1, text })
      .returning({ id: visitSuggestions.id, number: visitSuggestions.number })
    leave(at(written), staff, 'visit-suggestion-changed', { suggestion: made!.number, ...(said && { result: said.result }) })
    if (!said) continue
    const { result, reason = '', by, due } = said
    await tx.insert(suggestionOutcomes).values({
      ...{ openDayId, suggestionId: made!.id, revision: 1, result, reason, departmentId: laying.department(by) },
      ...{ dueOn: due === undefined ? null : addDays(today, due), decidedBy: staff.id, decidedAt: at(written) },
    })
  }
}

/** By the rule and with the document of the publishing verb, as it would have been that day. */
async function publish(laying: Laying, { day, staff }: Place, { submitted, published }: DemoVisitReport) {
  const { tx, at } = laying
  const leave = leaver(laying, day)
  const first = and(eq(visitReports.openDayId, day.id), eq(visitReports.revision, 1))
  await tx
    .update(visitReports)
    .set({ submittedAt: at(submitted!), submittedBy: staff.id })
    .where(first)
  leave(at(submitted!), staff, 'visit-report-submitted', { revision: 1 })
  const publisher = laying.person('publisher')
  const then = { ...day, now: at(published!) }
  const material = await materialOf(then, tx)
  const missing = missingIn(material.stage, material)
  if (missing.length > 0) throw new Error(`demo report ${day.slug}: ${missing.join(', ')}`)
  const document = await candidateFor(then, material, tx)
  await tx.update(visitReports).set({ publishedAt: then.now, publishedBy: publisher.id, document }).where(first)
  leave(then.now, publisher, 'visit-report-published', { revision: 1 })
}

const leaver =
  (laying: Laying, { id, departmentId }: Place['day']) =>
  (moment: Date, actor: Actor, act: string, facts?: Record<string, unknown>) =>
    note(laying, moment, actor, { act, subject: 'visit-report', subjectId: id, departmentId, facts })
