import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Tx } from '#db/connection.server'
import { partyDetails, partyMembers, partyPlates } from '#db/schema/party-details'

/** What these parties told goes with their places, before they lose them: the key to `confirmed` allows no other order. */
export async function forgetDetails(tx: Tx, registrationIds: number[]) {
  if (registrationIds.length > 0) await tx.delete(partyDetails).where(inArray(partyDetails.registrationId, registrationIds))
}

/**
 * A party of another size: who does not come any more is forgotten, and so are vehicles beyond the number of people. A
 * minor who loses the guardian has to be filled in again.
 */
export async function fitDetails(tx: Tx, registrationId: number, size: number) {
  const alone = await tx
    .update(partyMembers)
    .set({ guardianPosition: null, guardianConsentedAt: null })
    .where(and(eq(partyMembers.registrationId, registrationId), gt(partyMembers.guardianPosition, size)))
    .returning({ position: partyMembers.position })
  await tx.delete(partyMembers).where(and(eq(partyMembers.registrationId, registrationId), gt(partyMembers.position, size)))
  await tx.delete(partyPlates).where(and(eq(partyPlates.registrationId, registrationId), gt(partyPlates.position, size)))
  const filledFor = alone.some(({ position }) => position <= size) ? 0 : sql`least(${partyDetails.filledFor}, ${size})`
  await tx.update(partyDetails).set({ filledFor }).where(eq(partyDetails.registrationId, registrationId))
}

export type Forgotten = { members: number; identityNumbers: number; birthDates: number; plates: number; guardians: number }

/** Everything that the parties of an open day told after they got their places, and how much it was. */
export async function forgetDetailsOfDay(tx: Tx, openDayId: number): Promise<Forgotten> {
  const ofDay = sql`registration_id in (select r.id from registrations r where r.open_day_id = ${openDayId})`
  const [counted] = await tx.execute<Forgotten>(sql`
    select count(*)::int as members, count(document)::int as "identityNumbers", count(birth_date)::int as "birthDates",
           count(guardian_name)::int as guardians,
           (select count(*) from party_plates where ${ofDay})::int as plates
      from party_members where ${ofDay}`)
  await tx.delete(partyDetails).where(ofDay)
  const { members, identityNumbers, birthDates, plates, guardians } = counted!
  return { members, identityNumbers, birthDates, plates, guardians }
}
