import type { Channel, Stance } from '~/comments/rules'
import type { ModerationReason } from '~/moderation/rules'
import type { Disposition, InadmissibleReason } from '~/reports/rules'
import type { DepartmentKey, PersonKey } from './people'

/** Days from the day the county is laid, and the time of day there: `-12 09:00`. */
export type Moment = `${number} ${number}:${number}`

export type DemoComment = {
  at: Moment
  says: string
  /** Anchor of the article; without it the draft as a whole. */
  on?: string
  stance?: Stance
  instead?: string
  name?: string
  contact?: string
  account?: PersonKey
  channel?: Channel
  /** When the clerk typed it in, where that was not the next office hour. */
  entered?: Moment
  withdrawn?: Moment
  /** Not yet seen by a moderator. Without `waiting` or `covered` or `withheld` it was published as written. */
  waiting?: true
  covered?: { note: string }
  withheld?: { reason: ModerationReason; note: string }
  objection?: { at: Moment; says: string; answer?: { at: Moment; says: string; outcome: 'kept' | 'changed' } }
  refused?: { at: Moment; reason: InadmissibleReason; note: string }
}

export type DemoPoint = {
  at: Moment
  on?: string
  said: string
  comments: number[]
  decided?: { at: Moment; as: Disposition; why: string; before?: string; after?: string }
}

export type DemoReport = {
  prepared: Moment
  submitted: Moment
  published: Moment
  statement: string
  /** A later revision: why, and which points are decided anew. */
  correction?: { why: string; points: Record<number, NonNullable<DemoPoint['decided']>> }
}

export type DemoConsultation = {
  slug: string
  department: DepartmentKey
  title: string
  summary: string
  explanatoryNote: string
  legalBasis: string
  draft: string
  contact: { person: string; phone: string; email: string; address: string }
  access?: 'nothing' | 'contact' | 'account'
  nameMode?: 'open' | 'masked' | 'number'
  created: Moment
  submitted?: Moment
  published?: Moment
  /** Without it: at publication. */
  opens?: Moment
  /** The day at whose end it closes. */
  closes?: number
  comments?: DemoComment[]
  points?: DemoPoint[]
  reports?: DemoReport[]
}
