import { asc, desc, eq, getTableColumns, isNull, and, sql } from 'drizzle-orm'
import { db, type Db, type Tx } from '#db/connection.server'
import { departments } from '#db/schema/accounts'
import { suggestionOutcomes, visitPhotos, visitQuestions, visitReports, visitSuggestions } from '#db/schema/visit-reports'
import { spanOfDay } from '~/open-days/desk-reads.server'
import { stageBySlots, type Moments } from '~/open-days/rules'
import { actorsOn } from '~/record/reads.server'
import { missingIn, preparingActs } from './rules'

const { document: _document, ...revision } = getTableColumns(visitReports)

/** All revisions of a day's report, the newest first. */
export const revisionsOf = (openDayId: number, on: Db | Tx = db) =>
  on.select(revision).from(visitReports).where(eq(visitReports.openDayId, openDayId)).orderBy(desc(visitReports.revision))

/** Where the day stands by the slots as they are now. */
export async function stageNow(day: Moments & { id: number; now: Date }, on: Db | Tx = db) {
  return stageBySlots(day, await spanOfDay(day.id, on), day.now)
}

export const questionsOf = (openDayId: number, on: Db | Tx = db) =>
  on.select().from(visitQuestions).where(eq(visitQuestions.openDayId, openDayId)).orderBy(asc(visitQuestions.position))

const said = {
  suggestionId: suggestionOutcomes.suggestionId,
  revision: suggestionOutcomes.revision,
  result: suggestionOutcomes.result,
  reason: suggestionOutcomes.reason,
  departmentId: suggestionOutcomes.departmentId,
  dueOn: suggestionOutcomes.dueOn,
  department: { name: departments.name, nameEn: departments.nameEn },
  publishedAt: visitReports.publishedAt,
}

/** Suggestions with all that was said of them, the newest last. */
export async function suggestionsOf(openDayId: number, on: Db | Tx = db) {
  const [found, outcomes] = await Promise.all([
    on.select().from(visitSuggestions).where(eq(visitSuggestions.openDayId, openDayId)).orderBy(asc(visitSuggestions.number)),
    on
      .select(said)
      .from(suggestionOutcomes)
      .innerJoin(departments, eq(departments.id, suggestionOutcomes.departmentId))
      .innerJoin(
        visitReports,
        and(eq(visitReports.openDayId, suggestionOutcomes.openDayId), eq(visitReports.revision, suggestionOutcomes.revision)),
      )
      .where(eq(suggestionOutcomes.openDayId, openDayId))
      .orderBy(asc(suggestionOutcomes.revision)),
  ])
  return found.map((suggestion) => {
    const own = outcomes.filter(({ suggestionId }) => suggestionId === suggestion.id)
    return { ...suggestion, outcomes: own, outcome: own.at(-1) ?? null }
  })
}

/** Photos of a day that were not taken down. */
export const photosOf = (openDayId: number, on: Db | Tx = db) =>
  on
    .select({ id: visitPhotos.id, alt: visitPhotos.alt, width: visitPhotos.width, height: visitPhotos.height, people: visitPhotos.people })
    .from(visitPhotos)
    .where(and(eq(visitPhotos.openDayId, openDayId), isNull(visitPhotos.removedAt)))
    .orderBy(asc(visitPhotos.position))

export const preparersOf = (openDayId: number, on: Db | Tx = db) => actorsOn('visit-report', openDayId, preparingActs, on)

/** The report as it is being written, and what it lacks. */
export async function materialOf(day: Moments & { id: number; now: Date }, on: Db | Tx = db) {
  const [revisions, stage, questions, suggestions, photos] = await Promise.all([
    revisionsOf(day.id, on),
    stageNow(day, on),
    questionsOf(day.id, on),
    suggestionsOf(day.id, on),
    photosOf(day.id, on),
  ])
  const last = revisions[0] ?? null
  const content = { happened: last?.happened ?? '', questions, suggestions, photos }
  return { ...content, revisions, last, stage, missing: missingIn(stage, content) }
}

export type Material = Awaited<ReturnType<typeof materialOf>>

/** Offices that may be made responsible. */
export const officesToAsk = () =>
  db
    .select({ id: departments.id, name: departments.name, nameEn: departments.nameEn })
    .from(departments)
    .where(isNull(departments.closedAt))
    .orderBy(asc(departments.id))

/** How many of the parties that were expected agreed to photos. */
export async function photoConsents(openDayId: number) {
  const [row] = await db.execute<{ agreed: number; refused: number; unasked: number }>(sql`
    select count(*) filter (where photo_consent)::int as agreed, count(*) filter (where not photo_consent)::int as refused,
           count(*) filter (where photo_consent is null)::int as unasked
      from registrations where open_day_id = ${openDayId} and state = 'confirmed'`)
  return row!
}
