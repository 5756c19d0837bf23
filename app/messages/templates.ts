/** Every message there is, with what its words need. The words are in words.ts under `mail.<name>`. */
export type Templates = {
  receipt: { title: string; code: string }
  'receipts-found': { codes: string[] }
  'password-reset': { code: string }
  invitation: { code: string; name: string }
  moderated: { title: string; code: string }
  'objection-answered': { title: string; code: string }
  /** `ask`: whom to call or write to when it was somebody else. */
  'comment-withdrawn': { title: string; ask: string }
  reported: { title: string; code: string }
  /** `when` and `place` are written out in the message's language. */
  registered: Visit & Asking
  'registration-waiting': Visit
  'registration-applied': Visit
  'registration-found': Visit
  'registrations-found': { codes: string[] }
  offer: Visit & { hours: number }
  'offer-expired': Visit
  'not-chosen': Visit
  'registration-cancelled': Visit
  'slot-moved': Visit & { why: string }
  'slot-cancelled': Visit & { why: string }
  'visit-tomorrow': Visit & Asking
  'visit-invitation': { title: string; group: string; slug: string; code: string }
  'visit-feedback': Visit
}

/** Until when to fill in what is asked of those who have places, written out; absent where nothing is missing. */
type Asking = { details?: string }

type Visit = { title: string; when: string; place: string; code: string; size: number; calendar?: string }

export type Template = keyof Templates

export const templates = [
  'receipt',
  'receipts-found',
  'password-reset',
  'invitation',
  'moderated',
  'objection-answered',
  'comment-withdrawn',
  'reported',
  'registered',
  'registration-waiting',
  'registration-applied',
  'registration-found',
  'registrations-found',
  'offer',
  'offer-expired',
  'not-chosen',
  'registration-cancelled',
  'slot-moved',
  'slot-cancelled',
  'visit-tomorrow',
  'visit-invitation',
  'visit-feedback',
] as const satisfies readonly Template[]

/** A code that opens an account is never read out by a colleague: without mail or text messages it goes out at the counter. */
const SECRET: ReadonlySet<Template> = new Set(['password-reset', 'invitation'])

export const mayBeReadOut = (template: Template) => !SECRET.has(template)
