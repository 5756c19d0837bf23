import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { db, type Db, type Tx } from '#db/connection.server'
import { visitorGroups } from '#db/schema/open-days'
import { registrations, visitorInvitations } from '#db/schema/registrations'
import { displayName, maskContact } from '~/comments/rules'
import { lookupKey, readCode, unseal } from '~/sealing.server'
import { mayUse, type HeldInvitation } from './rules'

/** The groups of a day that are by invitation only. */
export const invitedGroupsOf = (openDayId: number, on: Db | Tx = db) =>
  on
    .select({ id: visitorGroups.id, name: visitorGroups.name })
    .from(visitorGroups)
    .where(and(eq(visitorGroups.openDayId, openDayId), eq(visitorGroups.invited, true)))
    .orderBy(asc(visitorGroups.position))

const used = sql<number | null>`(select r.number from registrations r where r.invitation_id = visitor_invitations.id)`
const state = {
  id: visitorInvitations.id,
  groupId: visitorInvitations.groupId,
  revokedAt: visitorInvitations.revokedAt,
  // By name: alone in a select, a column stands without its table, and would be the inner one's.
  used: sql<boolean>`exists (select from registrations r where r.invitation_id = visitor_invitations.id)`,
}

/** The invitation of this code for this day, and why it cannot be used any more; null for a code that opens nothing. */
export async function invitationByCode(openDayId: number, typed: string) {
  const code = readCode(typed)
  if (!code) return null
  const [row] = await db
    .select({ ...state, group: visitorGroups.name })
    .from(visitorInvitations)
    .innerJoin(visitorGroups, eq(visitorGroups.id, visitorInvitations.groupId))
    .where(and(eq(visitorInvitations.openDayId, openDayId), eq(visitorInvitations.codeKey, lookupKey('visitor-invitation', code))))
  if (!row) return null
  const may = mayUse({ invited: true, groupId: row.groupId }, row, 'visitor')
  return { id: row.id, groupId: row.groupId, group: row.group, code, why: may.ok ? null : may.why }
}

/** Holds these invitations, in the order of their ids, and says in a second statement how the last holder left them. */
export async function holdInvitations(tx: Tx, ids: number[]): Promise<Map<number, HeldInvitation>> {
  if (ids.length === 0) return new Map()
  const these = inArray(visitorInvitations.id, ids)
  await tx.select({ id: visitorInvitations.id }).from(visitorInvitations).where(these).orderBy(visitorInvitations.id).for('update')
  const rows = await tx.select(state).from(visitorInvitations).where(these)
  return new Map(rows.map((row) => [row.id, row]))
}

/** All invitations of a day, masked, the newest first. */
export async function invitationsAtDesk(openDayId: number) {
  const rows = await db
    .select({
      ...{ id: visitorInvitations.id, note: visitorInvitations.note, contact: visitorInvitations.contact },
      ...{ contactKind: visitorInvitations.contactKind, issuedAt: visitorInvitations.issuedAt, revokedAt: visitorInvitations.revokedAt },
      ...{ group: visitorGroups.name, number: used, registration: registrations.id },
    })
    .from(visitorInvitations)
    .innerJoin(visitorGroups, eq(visitorGroups.id, visitorInvitations.groupId))
    .leftJoin(registrations, eq(registrations.invitationId, visitorInvitations.id))
    .where(eq(visitorInvitations.openDayId, openDayId))
    .orderBy(desc(visitorInvitations.id))
  return rows.map(({ note, contact, contactKind, ...row }, index) => ({
    ...row,
    /** Masked, many look alike: the first one issued is number 1. */
    nth: rows.length - index,
    note: note ? displayName('masked', unseal(note)) : '',
    contact: contact && contactKind ? maskContact({ kind: contactKind, address: unseal(contact) }) : '',
  }))
}

export type InvitationRow = Awaited<ReturnType<typeof invitationsAtDesk>>[number]
