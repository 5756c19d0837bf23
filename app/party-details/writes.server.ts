import { sql } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { partyDetails, partyMembers, partyPlates } from '#db/schema/party-details'
import type { Viewer } from '~/accounts/rules'
import { allowed, refused } from '~/decision'
import { mayManage } from '~/open-days/rules'
import { record } from '~/record/writes.server'
import { hold } from '~/registrations/writes.server'
import { seal } from '~/sealing.server'
import { forgetDetails } from './forgetting-writes.server'
import { detailsOf } from './reads.server'
import { asksAnything, mayFill, type Details, type Member } from './rules'

type Who = { code: string } | { id: number; viewer: Viewer }

/**
 * Keeps what a party was asked, in place of what it said before. Under the lock of the slot and the registration: of a
 * cancellation at the same moment one sees the other, and what was told never outlives the places.
 */
export const fillInDetails = (who: Who, details: Details) =>
  transaction(async (tx) => {
    const held = await hold(tx, who)
    if (!held) return refused('unknown')
    const { locked, row } = held
    const viewer = 'viewer' in who ? who.viewer : null
    if (viewer && !mayManage(viewer, locked.day).ok) return refused('unknown')
    if (!asksAnything(locked.day)) return refused('unknown')
    const may = mayFill(row.state, locked.slot, locked.now)
    if (!may.ok) return may
    if (details.members.length !== row.size) return refused('size-changed')
    await forgetDetails(tx, [row.id])
    await store(tx, row.id, details, viewer)
    const { members, plates } = details
    await record(tx, viewer ?? 'author', {
      act: 'party-details-filled',
      subject: 'registration',
      subjectId: `${row.slotId}/${row.number}`,
      departmentId: locked.day.departmentId,
      facts: { members: members.length, plates: plates.length },
    })
    return allowed
  })

async function store(tx: Tx, registrationId: number, { members, plates }: Details, viewer: Viewer | null) {
  await tx.insert(partyDetails).values({ registrationId, filledFor: members.length, filledBy: viewer?.id ?? null })
  await tx.insert(partyMembers).values(members.map((member, index) => ({ registrationId, position: index + 1, ...sealed(member) })))
  if (plates.length > 0)
    await tx.insert(partyPlates).values(plates.map((plate, index) => ({ registrationId, position: index + 1, plate: seal(plate) })))
}

const sqlNow = sql`app_now()`
const orNull = (text: string | null | undefined) => (text ? seal(text) : null)

function sealed({ name, document, bornOn, ageGroup, guardian, guardianConsented }: Member) {
  const other = guardian && 'phone' in guardian ? guardian : null
  return {
    name: seal(name),
    document: document && seal(`${document.kind} ${document.number}`),
    birthDate: orNull(bornOn),
    ageGroup: orNull(ageGroup),
    guardianPosition: guardian && 'position' in guardian ? guardian.position : null,
    guardianName: orNull(other?.name),
    guardianPhone: orNull(other?.phone),
    guardianConsentedAt: guardianConsented ? sqlNow : null,
  }
}

type Shown = { id: number; slotId: number; number: number }

/** Shows the person who has to know what a party told, and leaves a line saying so. Null where there is nothing. */
export const revealDetails = (viewer: Viewer, day: { departmentId: number }, { id, slotId, number }: Shown) =>
  transaction(async (tx) => {
    const details = (await detailsOf([id], tx)).get(id)
    if (!details) return null
    await record(tx, viewer, {
      act: 'party-details-shown',
      subject: 'registration',
      subjectId: `${slotId}/${number}`,
      departmentId: day.departmentId,
    })
    return details
  })
