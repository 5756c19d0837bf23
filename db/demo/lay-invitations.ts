import { visitorGroups } from '#db/schema/open-days'
import { visitorInvitations } from '#db/schema/registrations'
import { lookupKey, newCode, seal } from '~/sealing.server'
import { note, type Actor, type Laying } from './laying'
import type { DemoOpenDay } from './open-days'

export type Groups = { everyone: number; invited: number } | null

/** Who has places of their own; null where places are for everyone. */
export async function layGroups({ tx }: Laying, openDayId: number, { groups }: DemoOpenDay): Promise<Groups> {
  if (!groups) return null
  const [everyone, invited] = await tx
    .insert(visitorGroups)
    .values([
      { openDayId, position: 1, name: groups.everyone },
      { openDayId, position: 2, name: groups.invited, invited: true },
    ])
    .returning({ id: visitorGroups.id })
  return { everyone: everyone!.id, invited: invited!.id }
}

/** The invitations that went out after the notice, handed over on paper. */
export async function layInvitations(
  laying: Laying,
  day: { id: number; departmentId: number },
  { groups: named, published }: DemoOpenDay,
  groups: Groups,
  staff: Actor,
) {
  for (const [index, { note: forWhom, revoked }] of (named?.invitations ?? []).entries()) {
    const issuedAt = new Date(laying.at(published!).getTime() + (index + 1) * 20 * 60_000)
    const code = newCode()
    const [made] = await laying.tx
      .insert(visitorInvitations)
      .values({
        ...{ openDayId: day.id, groupId: groups!.invited, note: seal(forWhom), issuedBy: staff.id, issuedAt },
        ...{ codeKey: lookupKey('visitor-invitation', code), codeSealed: seal(code), formKey: `demo:${day.id}:invitation:${index}` },
        ...(revoked ? { revokedAt: issuedAt, revokedBy: staff.id } : {}),
      })
      .returning({ id: visitorInvitations.id })
    for (const act of ['visitor-invited', ...(revoked ? ['visitor-invitation-revoked'] : [])])
      note(laying, issuedAt, staff, {
        ...{ act, subject: 'open-day', subjectId: day.id, departmentId: day.departmentId },
        facts: { invitation: made!.id },
      })
  }
}
