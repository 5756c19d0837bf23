import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, ne, or, sql, type SQL } from 'drizzle-orm'
import { db } from '#db/connection.server'
import { accounts, departments } from '#db/schema/accounts'
import { county } from '#db/schema/county'
import { outbox } from '#db/schema/messages'
import type { Viewer } from '~/accounts/rules'
import { maskContact } from '~/comments/rules'
import { unseal } from '~/sealing.server'
import type { Sender } from './letters.server'
import type { MessageFilter } from './rules'

/** In whose name messages go out. */
export async function sender(): Promise<Sender> {
  const { name, nameEn, office, officeEn, phone } = county
  const [row] = await db.select({ name, nameEn, office, officeEn, phone }).from(county)
  return row ?? { name: 'Kaimen', nameEn: 'Kaimen', office: '', officeEn: '', phone: '' }
}

const onList: Record<MessageFilter, SQL | undefined> = {
  calls: and(eq(outbox.way, 'call'), isNull(outbox.deliveredAt), isNotNull(outbox.recipient)),
  waiting: and(ne(outbox.way, 'call'), isNull(outbox.deliveredAt), isNull(outbox.gaveUpAt)),
  failed: and(isNotNull(outbox.gaveUpAt), isNull(outbox.deliveredAt)),
  done: and(isNotNull(outbox.deliveredAt), isNotNull(outbox.outcome)),
}

/** Rows this person may see: a department's own; those of none, the administrators'; all, for the whole county. */
function within({ role, departmentId }: Viewer): SQL | undefined {
  if (role === 'administrator') return undefined
  if (departmentId !== null) return eq(outbox.departmentId, departmentId)
  return role === 'auditor' ? undefined : isNotNull(outbox.departmentId)
}

const row = {
  id: outbox.id,
  way: outbox.way,
  template: outbox.template,
  lang: outbox.lang,
  departmentId: outbox.departmentId,
  department: departments.name,
  departmentEn: departments.nameEn,
  recipientKind: outbox.recipientKind,
  recipient: outbox.recipient,
  createdAt: outbox.createdAt,
  dueAt: outbox.dueAt,
  attempts: outbox.attempts,
  lastError: outbox.lastError,
  gaveUpAt: outbox.gaveUpAt,
  deliveredAt: outbox.deliveredAt,
  outcome: outbox.outcome,
  calledBy: accounts.name,
}

const listed = () =>
  db
    .select(row)
    .from(outbox)
    .leftJoin(departments, eq(departments.id, outbox.departmentId))
    .leftJoin(accounts, eq(accounts.id, outbox.calledBy))

type Listed = Awaited<ReturnType<typeof listed>>[number]

/** Masked here, so that no page can show more by mistake. */
const masked = ({ recipient, ...rest }: Listed) => ({
  ...rest,
  contact: recipient ? maskContact({ kind: rest.recipientKind, address: unseal(recipient) }) : '',
})

export const MESSAGES_PAGE = 30

/** One page of the list, oldest first; what is done, newest first. */
export async function messagesFor(viewer: Viewer, filter: MessageFilter, { after }: { after?: number }) {
  const newest = filter === 'done'
  const beyond = after === undefined ? undefined : newest ? lt(outbox.id, after) : gt(outbox.id, after)
  const rows = await listed()
    .where(and(onList[filter], within(viewer), beyond))
    .orderBy(newest ? desc(outbox.id) : asc(outbox.id))
    .limit(MESSAGES_PAGE + 1)
  return { rows: rows.slice(0, MESSAGES_PAGE).map(masked), more: rows.length > MESSAGES_PAGE }
}

export type MessageRow = ReturnType<typeof masked>

export async function messageCounts(viewer: Viewer): Promise<Record<MessageFilter, number>> {
  const count = (of: SQL | undefined) => sql<number>`(count(*) filter (where ${of}))::int`
  const [found] = await db
    .select({ calls: count(onList.calls), waiting: count(onList.waiting), failed: count(onList.failed), done: count(onList.done) })
    .from(outbox)
    .where(and(within(viewer), or(isNull(outbox.deliveredAt), isNotNull(outbox.outcome))))
  return found!
}

/** One message of the list; null for others. */
export async function messageFor(viewer: Viewer, id: string | undefined): Promise<MessageRow | null> {
  if (!/^[1-9]\d{0,15}$/.test(id ?? '')) return null
  const [found] = await listed().where(and(eq(outbox.id, Number(id)), within(viewer)))
  return found ? masked(found) : null
}

/** What became of these messages: delivered, and for a call whether the person was reached. */
export const deliveriesOf = (ids: number[]) =>
  db.select({ id: outbox.id, deliveredAt: outbox.deliveredAt, outcome: outbox.outcome }).from(outbox).where(inArray(outbox.id, ids))
