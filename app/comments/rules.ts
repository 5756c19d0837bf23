import { mayAct, type Viewer, type WhyNotHere } from '../accounts/rules'
import { stageOf, type Moments, type Stage } from '../consultations/rules'
import { allowed, refused, type Decision } from '../decision'
import { doubleSurnames } from './surnames'

/** In characters as a reader counts them. */
export const COMMENT_MAX = 5000
export const REPLACEMENT_MAX = 5000
export const NAME_MAX = 60
export const CONTACT_MAX = 120

/** So long a check page can be come back to. */
export const CHECKED_HOURS = 1

export const FORM_KEY = /^[\w-]{22}$/

export const stances = ['support', 'oppose', 'change'] as const
export type Stance = (typeof stances)[number]

export const channels = [
  'web',
  'paper',
  'mail',
  'email',
  'phone',
  'counter',
  'meeting',
  'visit',
  'hotline',
  'other',
  'open-day',
  'live',
] as const
export type Channel = (typeof channels)[number]
export type OtherChannel = Exclude<Channel, 'open-day' | 'live'>
const elsewhere = channels.filter((channel): channel is OtherChannel => channel !== 'open-day' && channel !== 'live')
export const enteredChannels = elsewhere.filter((channel) => channel !== 'web')
/** What is said on an open day is entered one by one, from its desk: a file does not know which day it was. Questions of a live session come from its desk alone. */
export const importedChannels = elsewhere

export type NameMode = 'open' | 'masked' | 'number'
export type Access = 'nothing' | 'contact' | 'account'

export type WhyNotComment = 'not-open-yet' | 'closed' | 'sign-in' | 'contact-needed' | 'not-published'

/** May this person comment at this instant? The closing instant itself still counts. */
export function mayComment(
  consultation: Moments & { access: Access },
  viewer: Pick<Viewer, 'id'> | null,
  given: { contact?: unknown },
  now: Date,
): Decision<WhyNotComment> {
  const shut = shutWhy[stageOf(consultation, now)]
  if (shut) return refused(shut)
  if (consultation.access === 'account' && !viewer) return refused('sign-in')
  if (consultation.access === 'contact' && !viewer && !given.contact) return refused('contact-needed')
  return allowed
}

export type Asked = { name: boolean; contact: 'needed' | 'optional' | 'no' }

/** Only what this consultation needs from this person: an account has a contact already. */
export function askedOf({ access, nameMode }: { access: Access; nameMode: NameMode }, signedIn: boolean): Asked {
  const contact = signedIn || access === 'account' ? 'no' : access === 'contact' ? 'needed' : 'optional'
  return { name: nameMode !== 'number', contact }
}

const shutWhy: Record<Stage, 'not-published' | 'not-open-yet' | 'closed' | null> = {
  prepared: 'not-published',
  submitted: 'not-published',
  scheduled: 'not-open-yet',
  open: null,
  closed: 'closed',
  reported: 'closed',
}

export type WhyNotWithdraw = 'closed' | 'withdrawn'

/** An author may take a comment back until the close; afterwards it is being answered. */
export function mayWithdraw(consultation: Moments, comment: { withdrawnAt: Date | null }, now: Date): Decision<WhyNotWithdraw> {
  if (comment.withdrawnAt) return refused('withdrawn')
  return stageOf(consultation, now) === 'open' ? allowed : refused('closed')
}

export type WhyNotEnter = WhyNotHere | 'not-published' | 'not-open-yet' | 'reported' | 'in-future' | 'before-opening'

/** May a clerk enter what reached the office another way? Late ones too, until the report is published. */
export function mayEnter(
  viewer: Viewer | null,
  consultation: Moments & { departmentId: number },
  receivedAt: Date | null,
  now: Date,
): Decision<WhyNotEnter> {
  const here = mayAct(viewer, ['staff', 'moderator', 'publisher'], consultation.departmentId)
  if (!here.ok) return here
  const stage = stageOf(consultation, now)
  if (stage === 'reported') return refused('reported')
  if (stage !== 'open' && stage !== 'closed') return refused(stage === 'scheduled' ? 'not-open-yet' : 'not-published')
  if (receivedAt && receivedAt > now) return refused('in-future')
  return receivedAt && isEarly(consultation, receivedAt) ? refused('before-opening') : allowed
}

const PRINTED_WITHIN = 30 * 60_000

/** The code opens the receipt to whoever holds it: at the desk it is shown to the clerk who entered the comment, and only then. */
export const mayHandOver = (
  viewer: Pick<Viewer, 'id'>,
  entry: { enteredBy: string | null; enteredAt: Date },
  now: Date,
): Decision<'not-yours' | 'too-late'> => {
  if (entry.enteredBy !== viewer.id) return refused('not-yours')
  return now.getTime() - entry.enteredAt.getTime() > PRINTED_WITHIN ? refused('too-late') : allowed
}
const MINUTE_MS = 60_000

/** Before there was anything to comment on. Forms know minutes only, so the minute of the opening belongs to it. */
export const isEarly = ({ opensAt }: Pick<Moments, 'opensAt'>, receivedAt: Date) =>
  opensAt !== null && receivedAt.getTime() < Math.floor(opensAt.getTime() / MINUTE_MS) * MINUTE_MS

/** Received after the close: counted in a term of its own beside the balance. */
export const isLate = (consultation: Pick<Moments, 'closesAt'>, receivedAt: Date) =>
  consultation.closesAt !== null && receivedAt > consultation.closesAt

/** A second receipt within this time goes to the same contact by no message: it is on the page. */
export const RECEIPT_PAUSE_MINUTES = 10

export type Fate = 'in_points' | 'inadmissible'
export type WhyNotSettle = 'withdrawn' | 'settled-otherwise'

/** A comment changes from one fate to the other only through none. */
export function maySettle(comment: { fate: Fate | 'withdrawn' | null }, fate: Fate | null): Decision<WhyNotSettle> {
  if (comment.fate === 'withdrawn') return refused('withdrawn')
  return comment.fate && fate && comment.fate !== fate ? refused('settled-otherwise') : allowed
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })
const MASK = '**'

/** The name the public sees. The mask has one length, so it does not tell how long the name is. */
export function displayName(mode: NameMode, name: string): string {
  const plain = name.trim()
  if (mode === 'number' || plain === '') return ''
  if (mode === 'open') return plain
  const characters = Array.from(graphemes.segment(plain.replace(/[\p{Z}\p{Cf}]/gu, '')), (part) => part.segment)
  const first = characters.slice(0, 2).join('')
  // 欧阳 alone may be 欧 + 阳: two characters never show both.
  const surname = characters.length > 2 && doubleSurnames.has(first) ? first : (characters[0] ?? '')
  return surname + MASK
}

/** Imported names are shown as the notice says, unless the channel they came by has published them already. */
export const importedNameMode = (mode: NameMode, published: boolean): NameMode => (published ? 'open' : mode)

export type Contact = { kind: 'phone' | 'email'; address: string }

/** A phone number or mail address as people type it, in the one form it is kept in; null when it is neither. */
export function readContact(typed: string): Contact | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
  if (plain.includes('@'))
    return /^[^\s@,;<>()"\\]{1,64}@[^\s@,;<>()"\\]+\.[^\s@.,;<>()"\\]{2,}$/.test(plain) && plain.length <= 254
      ? { kind: 'email', address: plain.toLowerCase() }
      : null
  const digits = plain.replace(/[\s\p{Pd}().]/gu, '').replace(/^(?:\+|00)86(?=\d{10,})/, '')
  return /^(?:1\d{10}|0\d{9,11}|[2-9]\d{6,7}|\+[1-9]\d{6,14})$/.test(digits) ? { kind: 'phone', address: digits } : null
}

/** Enough to recognise one's own contact, too little to learn another's. */
export function maskContact({ kind, address }: Contact): string {
  if (kind === 'phone') return `${address.slice(0, address.length > 8 ? 3 : 0)}****${address.slice(-4)}`
  const at = address.indexOf('@')
  return `${address.slice(0, 1)}***${address.slice(at)}`
}
