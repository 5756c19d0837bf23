import { asc, eq, inArray } from 'drizzle-orm'
import { db, type Db, type Tx } from '#db/connection.server'
import { partyDetails, partyMembers, partyPlates } from '#db/schema/party-details'
import { maskContact } from '~/accounts/rules'
import type { Day } from '~/calendar/periods'
import { displayName } from '~/comments/rules'
import { unseal } from '~/sealing.server'
import { maskNumber, type Document, type DocumentKind } from './documents'
import { maskPlate } from './plates'
import { ageGroupOf, type AgeGroup, type Details, type Guardian, type Member } from './rules'

/** Whether nothing is missing of what a party of this size was asked. */
export async function isFilledIn(registrationId: number, size: number): Promise<boolean> {
  const [row] = await db
    .select({ filledFor: partyDetails.filledFor })
    .from(partyDetails)
    .where(eq(partyDetails.registrationId, registrationId))
  return row !== undefined && row.filledFor >= size
}

/** What these parties told, in the open. Whoever shows it to somebody leaves a line in the record. */
export async function detailsOf(registrationIds: number[], on: Db | Tx = db): Promise<Map<number, Details>> {
  if (registrationIds.length === 0) return new Map()
  const [members, plates] = await Promise.all([
    on
      .select()
      .from(partyMembers)
      .where(inArray(partyMembers.registrationId, registrationIds))
      .orderBy(asc(partyMembers.registrationId), asc(partyMembers.position)),
    on
      .select()
      .from(partyPlates)
      .where(inArray(partyPlates.registrationId, registrationIds))
      .orderBy(asc(partyPlates.registrationId), asc(partyPlates.position)),
  ])
  const found = new Map<number, Details>()
  const of = (id: number) => found.get(id) ?? found.set(id, { members: [], plates: [] }).get(id)!
  for (const row of members) of(row.registrationId).members.push(memberIn(row))
  for (const { registrationId, plate } of plates) of(registrationId).plates.push(unseal(plate))
  return found
}

type Row = typeof partyMembers.$inferSelect

const memberIn = ({ name, document, birthDate, ageGroup, guardianConsentedAt, ...row }: Row): Member => ({
  name: unseal(name),
  document: document && documentIn(unseal(document)),
  bornOn: birthDate && unseal(birthDate),
  ageGroup: ageGroup && (unseal(ageGroup) as AgeGroup),
  guardian: guardianIn(row),
  guardianConsented: guardianConsentedAt !== null,
})

/** As writes.server.ts seals it: kind, space, number. */
function documentIn(text: string): Document {
  const [kind, number] = text.split(' ') as [DocumentKind, string]
  return { kind, number }
}

function guardianIn({
  guardianPosition,
  guardianName,
  guardianPhone,
}: Pick<Row, 'guardianPosition' | 'guardianName' | 'guardianPhone'>): Guardian | null {
  if (guardianPosition !== null) return { position: guardianPosition }
  return guardianName && guardianPhone ? { name: unseal(guardianName), phone: unseal(guardianPhone) } : null
}

/** For the desk and the gate, with the age on the day of the visit worked out. */
export function shownDetails({ members, plates }: Details, visitDay: Day, open: boolean) {
  const nameOf = (name: string) => (open ? name : displayName('masked', name))
  const guardianOf = ({ guardian }: Member) => {
    if (!guardian) return null
    if ('position' in guardian) return { name: nameOf(members[guardian.position - 1]?.name ?? ''), phone: null }
    return { name: nameOf(guardian.name), phone: open ? guardian.phone : maskContact({ kind: 'phone', address: guardian.phone }) }
  }
  return {
    members: members.map((member) => ({
      name: nameOf(member.name),
      document: member.document && { ...member.document, number: open ? member.document.number : maskNumber(member.document.number) },
      bornOn: member.bornOn && (open ? member.bornOn : '****-**-**'),
      group: ageGroupOf(member, visitDay),
      guardian: guardianOf(member),
    })),
    plates: open ? plates : plates.map(maskPlate),
  }
}

export type ShownDetails = ReturnType<typeof shownDetails>
