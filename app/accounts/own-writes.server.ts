import { and, eq, sql } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { accounts } from '#db/schema/accounts'
import { refused } from '../decision'
import { mayChangeContact } from './limits.server'
import { nameColumns } from './names.server'
import { mayChangeOwn, type WhyNotPeople } from './people-rules'
import { ownDetails } from './reads.server'
import type { Contact, Viewer } from './rules'
import { contactColumns, spendResets } from './writes.server'

export type Details = { name: string; phone: Contact | null; email: Contact | null }
export type Corrected = { ok: true } | { ok: false; why: WhyNotPeople | 'contact-refused' | 'slow-down'; field: keyof Details }

const unreached = { phone: null, phoneKey: null, email: null, emailKey: null }

/** A resident's own name and contacts. What was sent to a contact that is left behind opens nothing any more. */
export async function correctOwn(viewer: Viewer, { name, phone, email }: Details): Promise<Corrected> {
  const before = await ownDetails(viewer.id)
  const changed = (['phone', 'email'] as const).filter((kind) => ({ phone, email })[kind]?.address !== (before?.[kind] ?? undefined))
  const field = changed[0] ?? 'name'
  // Whoever could try number after number would learn which of them have accounts.
  if (changed.length > 0 && !(await mayChangeContact(viewer.id))) return { ...refused('slow-down'), field }
  const reach = { ...unreached, ...(phone && contactColumns(phone)), ...(email && contactColumns(email)) }
  const correct = transaction<Corrected>(async (tx) => {
    const may = mayChangeOwn(viewer, await lockOwn(tx, viewer))
    if (!may.ok) return { ...may, field: 'name' }
    await tx
      .update(accounts)
      .set({ ...nameColumns(name, 'resident'), ...reach })
      .where(eq(accounts.id, viewer.id))
    if (changed.length > 0) await spendResets(tx, viewer.id)
    return may
  })
  return correct.catch((error: unknown) => {
    if (isTwin(error)) return { ...refused('contact-refused'), field }
    throw error
  })
}

const UNIQUE_VIOLATION = '23505'
const isTwin = (error: unknown) =>
  [error, (error as Error).cause].some((one) => (one as { code?: string } | undefined)?.code === UNIQUE_VIOLATION)

/** Everything kept of the account goes, and every sign-in with it; comments stay with their receipts. */
export const closeOwn = (viewer: Viewer) =>
  transaction(async (tx) => {
    const may = mayChangeOwn(viewer, await lockOwn(tx, viewer))
    if (may.ok) await removeAccount(tx, viewer.id)
    return may
  })

/** Sessions and codes go with the row; what a comment knew of it is emptied by its foreign key. */
export const removeAccount = (tx: Tx, id: string) => tx.delete(accounts).where(and(eq(accounts.id, id), eq(accounts.role, 'resident')))

const now = sql<Date>`app_now()`.mapWith(accounts.createdAt)

/** The instant, with the row held; null when it is gone already. */
async function lockOwn(tx: Tx, { id }: Viewer): Promise<Date | null> {
  const [row] = await tx.select({ now }).from(accounts).where(eq(accounts.id, id)).for('update')
  return row?.now ?? null
}

/** Names from before they were sealed; done at each start, before anything is served. */
export const sealNames = () =>
  transaction(async (tx) => {
    const plain = and(eq(accounts.role, 'resident'), sql`${accounts.nameSealed} is null`)
    const rows = await tx.select({ id: accounts.id, name: accounts.name }).from(accounts).where(plain).for('update')
    for (const { id, name } of rows) await tx.update(accounts).set(nameColumns(name, 'resident')).where(eq(accounts.id, id))
  })
