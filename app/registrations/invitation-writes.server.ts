import { and, eq, sql } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { registrations, visitorInvitations } from '#db/schema/registrations'
import type { Contact, Viewer } from '~/accounts/rules'
import { allowed, refused } from '~/decision'
import type { Language } from '~/i18n'
import { queueMessage } from '~/messages/writes.server'
import { spanOfDay } from '~/open-days/desk-reads.server'
import { record } from '~/record/writes.server'
import { lookupKey, newCode, seal, unseal } from '~/sealing.server'
import type { DayAtDesk } from './desk-reads.server'
import { mayInvite } from './desk-rules'
import { invitedGroupsOf } from './invitation-reads.server'

type Day = Pick<DayAtDesk, 'id' | 'departmentId'>
type Invitation = { groupId: number; note: string; contact: Contact | null; lang: Language; formKey: string }

const trace = (tx: Tx, viewer: Viewer, { id, departmentId }: Day, act: string, invitation: number) =>
  record(tx, viewer, { act, subject: 'open-day', subjectId: id, departmentId, facts: { invitation } })

/** A code for one registration in a group that is by invitation only; sent where there is a contact. The same form again is the same one. */
export const issueInvitation = (viewer: Viewer, day: DayAtDesk, { groupId, note, contact, lang, formKey }: Invitation) =>
  transaction(async (tx) => {
    const group = (await invitedGroupsOf(day.id, tx)).find(({ id }) => id === groupId)
    const may = mayInvite(viewer, day, await spanOfDay(day.id, tx), group ?? null, day.now)
    if (!may.ok) return may
    const code = newCode()
    const [made] = await tx
      .insert(visitorInvitations)
      .values({
        ...{ openDayId: day.id, groupId, note: seal(note), contact: contact && seal(contact.address), contactKind: contact?.kind },
        ...{ codeKey: lookupKey('visitor-invitation', code), codeSealed: seal(code), formKey, issuedBy: viewer.id },
      })
      .onConflictDoNothing({ target: visitorInvitations.formKey })
      .returning({ id: visitorInvitations.id })
    if (!made) return earlier(tx, day, formKey)
    if (contact) {
      const params = { title: day.title, group: group!.name, slug: day.slug, code }
      await queueMessage(tx, { to: contact, template: 'visit-invitation', lang, params, departmentId: day.departmentId })
    }
    await trace(tx, viewer, day, 'visitor-invited', made.id)
    return { ...allowed, id: made.id }
  })

async function earlier(tx: Tx, { id }: Day, formKey: string) {
  const [row] = await tx
    .select({ id: visitorInvitations.id })
    .from(visitorInvitations)
    .where(and(eq(visitorInvitations.formKey, formKey), eq(visitorInvitations.openDayId, id)))
  return row ? { ...allowed, id: row.id } : refused('other-body')
}

const one = (day: Day, id: number) => and(eq(visitorInvitations.id, id), eq(visitorInvitations.openDayId, day.id))

/** Takes an invitation back that nobody has used; behind its row, which a registration by it holds too. */
export const revokeInvitation = (viewer: Viewer, day: Day, id: number) =>
  transaction(async (tx) => {
    const [held] = await tx.select().from(visitorInvitations).where(one(day, id)).for('update')
    if (!held) return refused('unknown')
    if (held.revokedAt) return allowed
    if ((await tx.$count(registrations, eq(registrations.invitationId, id))) > 0) return refused('invitation-used')
    await tx
      .update(visitorInvitations)
      .set({ revokedAt: sql`app_now()`, revokedBy: viewer.id })
      .where(one(day, id))
    await trace(tx, viewer, day, 'visitor-invitation-revoked', id)
    return allowed
  })

/** Whom it is for and its code, to hand over or print; leaves a line. */
export const revealInvitation = (viewer: Viewer, day: Day, id: number) =>
  transaction(async (tx) => {
    const [row] = await tx.select().from(visitorInvitations).where(one(day, id))
    if (!row?.note) return null
    await trace(tx, viewer, day, 'visitor-invitation-shown', id)
    return { note: unseal(row.note), contact: row.contact ? unseal(row.contact) : '', code: unseal(row.codeSealed) }
  })
