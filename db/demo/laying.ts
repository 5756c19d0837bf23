import type { Tx } from '#db/connection.server'
import type { record } from '#db/schema/record'
import type { Role } from '~/accounts/rules'
import type { Moments } from './moments'
import type { DepartmentKey, PersonKey } from './people'

export type Actor = { id: string; name: string; role: Role; departmentId: number | null }
export type Note = typeof record.$inferInsert & { at: Date }

/** What every part of the laying needs: the transaction, instants, the people there are, and the lines for the record. */
export type Laying = Moments & {
  tx: Tx
  now: Date
  person(key: PersonKey): Actor
  department(key: DepartmentKey): number
  notes: Note[]
}

type Act = Pick<Note, 'act' | 'subject' | 'why' | 'facts' | 'departmentId'> & { subjectId: string | number }

export function note({ notes }: Laying, at: Date, actor: Actor, { subjectId, departmentId, ...act }: Act) {
  const who = { actorId: actor.id, actorName: actor.name, actorRole: actor.role, departmentId: departmentId ?? actor.departmentId }
  notes.push({ at, ...who, ...act, subjectId: String(subjectId) })
}
