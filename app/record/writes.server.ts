import { record as table } from '#db/schema/record'
import type { Tx } from '#db/connection.server'
import type { Viewer } from '~/accounts/rules'

export type Act = {
  /** Verb in the past, a key of record words: `consultation-published`. */
  act: string
  subject: 'consultation' | 'comment' | 'point' | 'report' | 'account' | 'department' | 'invitation' | 'county' | 'objection' | 'message'
  subjectId: string | number
  departmentId?: number | null
  why?: string
  /** Names of changed fields, counts, numbers; never personal data. */
  facts?: Record<string, unknown>
}

/** Leaves the line of a staff act in the transaction of the act itself: no line, no change. */
export async function record(tx: Tx, viewer: Pick<Viewer, 'id' | 'name' | 'role' | 'departmentId'> | 'system', act: Act) {
  const actor = viewer === 'system' ? { id: null, name: 'system', role: 'system', departmentId: null } : viewer
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
