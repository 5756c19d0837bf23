import { and, eq, isNull, sql } from 'drizzle-orm'
import { db, type Db, type Tx } from '#db/connection.server'
import { departments } from '#db/schema/accounts'
import { slots, type openDays } from '#db/schema/open-days'
import { feedbackCounts } from '~/feedback/reads.server'
import type { Material } from './desk-reads.server'
import type { VisitReportDocument } from './document'
import { figuresOfDay } from './figures-reads.server'

type Day = Pick<typeof openDays.$inferSelect, 'id' | 'slug' | 'title' | 'lang' | 'place' | 'choosing' | 'departmentId'> & { now: Date }

/** The report as it would go out now: what staff and publisher check, and what publication freezes. */
export async function candidateFor(
  day: Day,
  { last, revisions, happened, questions, suggestions, photos }: Material,
  on: Db | Tx = db,
): Promise<VisitReportDocument> {
  const [figures, [department], feedback, [held]] = await Promise.all([
    figuresOfDay(day.id, on),
    on.select({ name: departments.name, nameEn: departments.nameEn }).from(departments).where(eq(departments.id, day.departmentId)),
    feedbackCounts(day.id, on),
    on
      .select({
        from: sql<Date>`coalesce(min(${slots.startsAt}), app_now())`.mapWith(slots.startsAt),
        until: sql<Date>`coalesce(max(${slots.endsAt}), app_now())`.mapWith(slots.endsAt),
      })
      .from(slots)
      .where(and(eq(slots.openDayId, day.id), isNull(slots.cancelledAt))),
  ])
  const publishedAt = day.now.toISOString()
  const { slug, title, lang, place, choosing } = day
  return {
    format: 'kaimen-visit-report/1',
    openDay: {
      ...{ slug, title, lang, department: department!, place, choosing },
      heldFrom: held!.from.toISOString(),
      heldUntil: held!.until.toISOString(),
    },
    ...{ revision: last?.revision ?? 1, publishedAt, why: last?.why ?? '' },
    earlier: revisions.flatMap(({ revision, publishedAt, why }) =>
      publishedAt ? [{ revision, publishedAt: publishedAt.toISOString(), why }] : [],
    ),
    happened,
    figures,
    questions: questions.map(({ question, answer, answeredBy }) => ({ question, answer, answeredBy })),
    suggestions: suggestions.map((suggestion) => asSaid(suggestion, publishedAt)),
    photos: photos.map(({ id, alt, width, height }) => ({ id, alt, width, height })),
    feedback,
  }
}

/** What this revision says of a suggestion is dated by its publication. */
const asSaid = ({ number, text, outcomes }: Material['suggestions'][number], publishedAt: string) => ({
  number,
  text,
  outcomes: outcomes.map(({ result, reason, department, dueOn, publishedAt: said }) => ({
    ...{ result, reason, department, dueOn },
    publishedAt: said?.toISOString() ?? publishedAt,
  })),
})
