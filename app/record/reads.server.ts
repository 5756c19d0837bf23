import { and, asc, desc, eq, gte, ilike, inArray, isNotNull, lt, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { db, type Db, type Tx } from '#db/connection.server'
import { departments } from '#db/schema/accounts'
import { record } from '#db/schema/record'
import type { Viewer } from '~/accounts/rules'
import { fromLocalField } from '~/web/dates'
import type { RecordFilter } from './forms'
import { visibleDepartment, type Subject } from './rules'

const DAY_MS = 86_400_000

/** A day of the county's calendar as an instant: its beginning, or that of the day after. */
function edge(day: string | undefined, zone: string, after = 0) {
  const start = day && fromLocalField(`${day}T00:00`, zone)
  if (!start) return undefined
  // Noon of the next day lies in the next day also where clocks are changed.
  return after === 0
    ? start
    : (fromLocalField(`${new Date(Date.parse(`${day}T12:00Z`) + DAY_MS).toISOString().slice(0, 10)}T00:00`, zone) ?? undefined)
}

function narrowed(viewer: Viewer, { subject, id, act, person, from, to }: RecordFilter, zone: string): (SQL | undefined)[] {
  const department = visibleDepartment(viewer)
  const [start, end] = [edge(from, zone), edge(to, zone, 1)]
  return [
    department === null ? undefined : eq(record.departmentId, department),
    subject && eq(record.subject, subject),
    id ? eq(record.subjectId, id) : undefined,
    act ? eq(record.act, act) : undefined,
    person ? ilike(record.actorName, `%${person.replace(/[\\%_]/g, '\\$&')}%`) : undefined,
    start && gte(record.at, start),
    end && lt(record.at, end),
  ]
}

/** Lines of the record that the viewer may read, the newest first; `before` is the last one seen. */
export const recordLines = (viewer: Viewer, filter: RecordFilter, zone: string, limit: number) =>
  db
    .select({
      seq: record.seq,
      at: record.at,
      actorName: record.actorName,
      actorRole: record.actorRole,
      department: departments.name,
      departmentEn: departments.nameEn,
      act: record.act,
      subject: record.subject,
      subjectId: record.subjectId,
      why: record.why,
      facts: record.facts,
    })
    .from(record)
    .leftJoin(departments, eq(departments.id, record.departmentId))
    .where(and(...narrowed(viewer, filter, zone), filter.before ? lt(record.seq, filter.before) : undefined))
    .orderBy(desc(record.seq))
    .limit(limit)

export type RecordLine = Awaited<ReturnType<typeof recordLines>>[number]

/** Every act the viewer can come across, for the list to choose from. */
export async function actsSeen(viewer: Viewer) {
  const rows = await db
    .selectDistinct({ act: record.act })
    .from(record)
    .where(and(...narrowed(viewer, {}, 'UTC')))
    .orderBy(asc(record.act))
  return rows.map(({ act }) => act)
}

const PORTION = 1_000

/** The same lines from newest to oldest, a portion at a time, so that an export of any length needs little memory. */
export async function* recordPortions(viewer: Viewer, filter: RecordFilter, zone: string) {
  let before = filter.before
  for (;;) {
    const lines = await recordLines(viewer, { ...filter, before }, zone, PORTION)
    if (lines.length > 0) yield lines
    if (lines.length < PORTION) return
    before = lines.at(-1)!.seq
  }
}

/** Who did what to it last, and what that line notes. */
export async function lastLineOn(subject: Subject, subjectId: string) {
  const [line] = await db
    .select({ at: record.at, actorName: record.actorName, act: record.act, facts: record.facts })
    .from(record)
    .where(and(eq(record.subject, subject), eq(record.subjectId, subjectId)))
    .orderBy(desc(record.seq))
    .limit(1)
  return line ?? null
}

type Acts = readonly string[]
type Id = number | SQLWrapper

/** Lines of these acts on a subject itself. */
const linesOn = (subject: Subject, id: Id, acts: Acts) =>
  and(eq(record.subject, subject), sql`${record.subjectId} = ${id}::int::text`, inArray(record.act, [...acts]))

/** Lines of these acts on what is numbered within a consultation: its comments, points and reports. */
const linesWithin = (id: Id, acts: Acts) =>
  and(
    inArray(record.subject, ['comment', 'point', 'report']),
    // Compared byte by byte, whatever the database's collation: all that is numbered within 7 lies from "7/" up to "70".
    sql`${record.subjectId} ~>=~ (${id}::int || '/') and ${record.subjectId} ~<~ (${id}::int || '0')`,
    inArray(record.act, [...acts]),
  )

async function actorsIn(lines: SQL | undefined, on: Db | Tx): Promise<string[]> {
  const rows = await on
    .selectDistinct({ id: record.actorId })
    .from(record)
    .where(and(lines, isNotNull(record.actorId)))
  return rows.map((row) => row.id!)
}

/** Everyone who has done one of these acts, whoever wrote over it since. */
export const actorsOn = (subject: Subject, id: number, acts: Acts, on: Db | Tx = db) => actorsIn(linesOn(subject, id, acts), on)
export const actorsWithin = (id: number, acts: Acts, on: Db | Tx = db) => actorsIn(linesWithin(id, acts), on)

const isActorIn = (actorId: string, lines: SQL | undefined) =>
  sql<boolean>`exists (select from ${record} where ${and(eq(record.actorId, actorId), lines)})`

/** The same question about one person, as a column of a list. */
export const hasActedOn = (actorId: string, subject: Subject, id: Id, acts: Acts) => isActorIn(actorId, linesOn(subject, id, acts))
export const hasActedWithin = (actorId: string, id: Id, acts: Acts) => isActorIn(actorId, linesWithin(id, acts))
