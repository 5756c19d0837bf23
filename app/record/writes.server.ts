import { and, eq, sql } from 'drizzle-orm'
import { record as table } from '#db/schema/record'
import type { Tx } from '#db/connection.server'
import type { Viewer } from '~/accounts/rules'
import type { Subject } from './rules'

export type Act = {
  /** Verb in the past, a key of record words: `consultation-published`. */
  act: string
  subject: Subject
  subjectId: string | number
  departmentId?: number | null
  why?: string
  /** Names of changed fields, counts, numbers; never personal data. */
  facts?: Record<string, unknown>
}

const nobody = { id: null, departmentId: null }
/** Acts without a name: by the machine, and by the author of a comment, who need not have told one. */
const nameless = { system: { ...nobody, name: 'system', role: 'system' }, author: { ...nobody, name: 'author', role: 'author' } }

/** Leaves the line of an act in the transaction of the act itself: no line, no change. */
export async function record(tx: Tx, viewer: Pick<Viewer, 'id' | 'name' | 'role' | 'departmentId'> | keyof typeof nameless, act: Act) {
  const actor = typeof viewer === 'string' ? nameless[viewer] : viewer
  await tx.insert(table).values({
    actorId: actor.id,
    actorName: actor.name,
    actorRole: actor.role,
    departmentId: act.departmentId ?? actor.departmentId,
    act: act.act,
    subject: act.subject,
    subjectId: String(act.subjectId),
    why: act.why ?? '',
    facts: act.facts,
  })
}

/** For what a machine does for a person again and again: one line an hour, also of two devices of theirs at one moment. */
export async function recordOnceAnHour(tx: Tx, viewer: Viewer, act: Act) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`record ${act.act} ${act.subjectId} ${viewer.id}`}, 0))`)
  const theirs = and(eq(table.subject, act.subject), eq(table.subjectId, String(act.subjectId)), eq(table.actorId, viewer.id))
  const lately = and(theirs, eq(table.act, act.act), sql`${table.at} > app_now() - interval '1 hour'`)
  if ((await tx.$count(table, lately)) === 0) await record(tx, viewer, act)
}
