import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import type { Contact, Viewer } from '~/accounts/rules'
import type { channel } from '#db/schema/comments'
import { registrations } from '#db/schema/registrations'
import { isListFixed } from '~/draws/reads.server'
import { lockSlot, storePlaces, type LockedSlot } from '~/open-days/places-writes.server'
import type { Language } from '~/i18n'
import { queueMessages } from '~/messages/writes.server'
import { record } from '~/record/writes.server'
import { lookupKey, newCode, seal, unseal } from '~/sealing.server'
import { inBatches } from '~/web/batches'
import { inTurns } from '~/web/turns'

import { holdInvitations } from './invitation-reads.server'
import {
  count,
  livingStates,
  mayRegister,
  mayUse,
  outcomeOf,
  type HeldInvitation,
  type Party,
  type State,
  type WhyNotRegister,
} from './rules'
import { tellAgain, welcome } from './telling-writes.server'

export type Registration = Party & {
  slotId: number
  /** The seats asked for: those of a group, or everyone's. */
  quotaId: number
  name: string
  contact: Contact
  /** By question id. */
  answers: Record<string, string>
  lang: Language
  photoConsent: boolean | null
  formKey: string
  /** For places that are by invitation only. */
  invitationId?: number
  /** A clerk's entry, for those who phone, write or come to the counter. */
  entry?: { viewer: Viewer; channel: (typeof channel.enumValues)[number] }
}

export type Registered =
  { ok: true; code: string; number: number; state: State } | { ok: false; why: WhyNotRegister | 'other-body' | 'known-person' }

// Fewer than come in a rush: while one batch is with the database, the next is being sealed.
const AT_ONCE = 100

/**
 * One party for one slot. Whoever comes while others are being written is written together with the next, in the order
 * of arrival; the answer is given after the commit.
 */
export async function registerParty(given: Registration): Promise<Registered> {
  await turn()
  return batched(given.slotId, prepared(given))
}

// Sealing goes on between the steps of what is being written, not before them.
const turn = inTurns(2)

const batched = inBatches<number, Prepared, Registered>(AT_ONCE, write)

type Prepared = ReturnType<typeof prepared>

/** What does not depend on the slot is made before the lock is taken. Field by field: spread out, the same row takes ten times as long. */
function prepared(given: Registration) {
  const { slotId, quotaId, invitationId, size, wheelchairs, interpreter, quiet, lang, photoConsent, formKey, entry } = given
  const { name, contact, answers } = given
  const party = { slotId, quotaId, invitationId, size, wheelchairs, interpreter, quiet }
  const code = newCode()
  const sealed = seal(contact.address)
  return {
    given,
    party,
    code,
    contact: `${contact.kind}:${contact.address}`,
    sealed,
    row: {
      quotaId,
      invitationId,
      size,
      wheelchairs,
      interpreter,
      quiet,
      name: seal(name).toString('base64'),
      contact: sealed.toString('base64'),
      contactKind: contact.kind,
      answers: Object.keys(answers).length > 0 ? seal(JSON.stringify(answers)).toString('base64') : null,
      lang,
      photoConsent,
      codeKey: lookupKey('registration', code),
      codeSealed: seal(code).toString('base64'),
      formKey,
      formPrint: lookupKey('form', JSON.stringify([party, name, contact, answers, entry?.channel ?? 'web'])),
      channel: entry?.channel ?? 'web',
      enteredBy: entry?.viewer.id ?? null,
      number: 0,
      state: 'applied' as State,
      personKey: '',
    },
  }
}

/** The person key 同一人: within one open day, whoever has the same mobile number or e-mail address, however it was typed. */
export const personOf = (openDayId: number, contact: string) => lookupKey(`visitor:${openDayId}`, contact)

class Collided extends Error {}

const TRIES = 4

/**
 * In a rush nobody is known yet, so the constraints are asked first and earlier registrations looked up only where one
 * bites: then the batch is undone, numbers and all, and written again. More than once only when people register for
 * two slots of a day in one moment.
 */
async function write(slotId: number, batch: Prepared[], tried = 0): Promise<Registered[]> {
  try {
    return await transaction((tx) => writeWithin(tx, slotId, batch, tried > 0))
  } catch (error) {
    if (!(error instanceof Collided) || tried === TRIES) throw error
    return write(slotId, batch, tried + 1)
  }
}

async function writeWithin(tx: Tx, slotId: number, batch: Prepared[], collided: boolean): Promise<Registered[]> {
  const locked = await lockSlot(tx, slotId)
  if (!locked) return batch.map(() => ({ ok: false, why: 'no-such-place' }))
  const known = collided ? await knownOf(tx, locked.day.id, batch) : []
  const listFixed = locked.day.choosing === 'draw' && (await isListFixed(tx, locked.day.id))
  const invitations = await holdInvitations(
    tx,
    batch.flatMap(({ given }) => given.invitationId ?? []),
  )
  const taken = decide(locked, { known, invitations, listFixed }, batch)
  // Who is refused may have been registered by the same form before: a repeated form is answered as it was.
  if (!collided && taken.some(({ answer }) => !answer.ok)) throw new Collided()
  const rows = taken.flatMap(({ made }) => made ?? [])
  if (rows.length > 0) {
    await Promise.all([
      insertRows(tx, locked, rows),
      storePlaces(tx, locked.pools, { slotId, lastNumber: locked.slot.lastNumber }),
      queueMessages(
        tx,
        rows.map(({ given, sealed, code, row: { state } }) =>
          welcome(locked, { contact: { ...given.contact, sealed }, lang: given.lang, size: given.size, code }, state),
        ),
      ),
      ...rows.map((made) => traceEntry(tx, locked, made)),
    ])
  }
  await tellKnown(tx, locked, taken)
  return taken.map(({ answer }) => answer)
}

type Taken = { answer: Registered; made?: Prepared; known?: Known }

type Beside = { known: Known[]; invitations: Map<number, HeldInvitation>; listFixed: boolean }

/** In the order of arrival: each is known already, refused by a rule, or gets the next number. Changes pools, last number and rows. */
function decide(locked: LockedSlot, { known, invitations, listFixed }: Beside, batch: Prepared[]): Taken[] {
  const forms = new Map(known.map((each) => [each.formKey, each]))
  const people = new Map(known.flatMap((each) => (each.living ? [[each.personKey, each]] : [])))
  return batch.map((made): Taken => {
    const { given, party, code, row } = made
    const same = forms.get(given.formKey)
    if (same) return { answer: same.formPrint === row.formPrint ? answerOf(same) : { ok: false, why: 'other-body' } }
    const may = mayRegister(locked.day, locked.slot, party, given.entry ? 'clerk' : 'visitor', locked.now)
    if (!may.ok) return { answer: may }
    if (listFixed) return { answer: { ok: false, why: 'list-fixed' } }
    const pool = locked.pools.find(({ id, kind }) => id === given.quotaId && kind === 'seat')
    if (!pool) return { answer: { ok: false, why: 'no-such-place' } }
    const invitation = given.invitationId === undefined ? null : (invitations.get(given.invitationId) ?? null)
    const use = mayUse(pool, invitation, given.entry ? 'clerk' : 'visitor')
    if (!use.ok) return { answer: use }
    const personKey = personOf(locked.day.id, made.contact)
    const earlier = people.get(personKey)
    if (earlier) return { answer: { ok: false, why: 'known-person' }, known: earlier }
    row.personKey = personKey
    row.state = outcomeOf(locked.day.choosing, locked.pools, given.quotaId, party)
    if (row.state === 'confirmed') count(locked.pools, given.quotaId, party)
    if (invitation) invitation.used = true
    row.number = locked.slot.lastNumber += 1
    const { formKey, formPrint, state, number } = row
    const fresh: Known = { id: null, formKey, formPrint, personKey, living: true, state, number, code, toldLately: true }
    forms.set(given.formKey, fresh)
    people.set(personKey, fresh)
    return { answer: answerOf(fresh), made }
  })
}

const answerOf = ({ code, number, state }: Known): Registered => ({ ok: true, code, number, state })

type Known = {
  id: number | null
  formKey: string
  formPrint: string
  personKey: string
  living: boolean
  state: State
  number: number
  code: string
  toldLately: boolean
}

const TOLD_MINUTES = 10

/** Earlier registrations with one of these forms or people. */
async function knownOf(tx: Tx, openDayId: number, batch: Prepared[]): Promise<Known[]> {
  const forms = batch.map(({ given }) => given.formKey)
  const people = batch.map(({ contact }) => personOf(openDayId, contact))
  const living = and(eq(registrations.openDayId, openDayId), inArray(registrations.state, livingStates))
  const found = await tx
    .select({
      id: registrations.id,
      formKey: registrations.formKey,
      formPrint: registrations.formPrint,
      personKey: registrations.personKey,
      state: registrations.state,
      number: registrations.number,
      codeSealed: registrations.codeSealed,
      living: sql<boolean>`${living}`,
      toldLately: sql<boolean>`coalesce(${registrations.toldAt} > app_now() - ${TOLD_MINUTES} * interval '1 minute', false)`,
    })
    .from(registrations)
    .where(or(inArray(registrations.formKey, forms), and(living, inArray(registrations.personKey, people))))
  return found.map(({ codeSealed, ...row }) => ({ ...row, code: unseal(codeSealed) }))
}

/** People in the order of their keys: two slots that meet the same people never wait for each other in a ring. */
async function insertRows(tx: Tx, { day, slot }: LockedSlot, made: Prepared[]) {
  const rows = made.map(({ row }) => row).toSorted((a, b) => (a.personKey < b.personKey ? -1 : 1))
  const inserted = await tx.execute(sql`
    insert into registrations (open_day_id, slot_id, quota_id, invitation_id, number, state, size, wheelchairs, interpreter, quiet, rank, person_key, name, contact,
      contact_kind, answers, lang, photo_consent, house_rules_version, code_key, code_sealed, form_key, form_print, channel, entered_by, slot_version,
      told_at, created_at, state_at)
    select ${day.id}, ${slot.id}, r."quotaId", r."invitationId", r.number, r.state::registration_state, r.size, r.wheelchairs, r.interpreter, r.quiet, r.number, r."personKey",
           decode(r.name, 'base64'), decode(r.contact, 'base64'), r."contactKind", decode(r.answers, 'base64'), r.lang, r."photoConsent",
           ${day.houseRulesVersion}, r."codeKey", decode(r."codeSealed", 'base64'), r."formKey", r."formPrint", r.channel::channel, r."enteredBy",
           ${slot.version}, (select app_now()), (select app_now()), (select app_now())
      from json_to_recordset(${JSON.stringify(rows)}::json) as r("quotaId" int, "invitationId" int, number int, state text, size int, wheelchairs int, interpreter bool,
           quiet bool, "personKey" text, name text, contact text, "contactKind" text, answers text, lang text, "photoConsent" bool, "codeKey" text,
           "codeSealed" text, "formKey" text, "formPrint" text, channel text, "enteredBy" uuid)
    on conflict do nothing
    returning number`)
  if (inserted.length < rows.length) throw new Collided()
}

async function traceEntry(tx: Tx, { day, slot }: LockedSlot, { given, row: { number, state } }: Prepared) {
  if (!given.entry) return
  const facts = { channel: given.entry.channel, state }
  const subjectId = `${slot.id}/${number}`
  await record(tx, given.entry.viewer, {
    act: 'registration-entered',
    subject: 'registration',
    subjectId,
    departmentId: day.departmentId,
    facts,
  })
}

/** Whoever is registered already gets the link to what they have, at their contact and nowhere else; at most every ten minutes. */
async function tellKnown(tx: Tx, locked: LockedSlot, taken: Taken[]) {
  const again = taken.flatMap(({ known }) => (known && known.id !== null && !known.toldLately ? [known.id] : []))
  await tellAgain(tx, locked, [...new Set(again)])
}
