import { TransactionRollbackError } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import type { takeCommentNumber } from '~/consultations/writes.server'
import { lookupKey, newCode, seal } from '~/sealing.server'
import { authorKeyOf } from './reads.server'
import { displayName, type Contact, type Stance } from './rules'

export type Said = {
  articleId: number | null
  stance: Stance | null
  body: string
  replacement: string
  name: string
  contact: Contact | null
  lang: string
}

export type Consultation = Awaited<ReturnType<typeof takeCommentNumber>>['consultation']

/** A refusal leaves the transaction undone: the number it took is given back, and numbers have no holes. */
export async function orUndone<T extends { ok: boolean }>(work: (tx: Tx) => Promise<T>): Promise<T> {
  let refusal: T | undefined
  try {
    return await transaction(async (tx) => {
      const outcome = await work(tx)
      if (outcome.ok) return outcome
      refusal = outcome
      return tx.rollback()
    })
  } catch (error) {
    if (refusal && error instanceof TransactionRollbackError) return refusal
    throw error
  }
}

/** The columns every comment has, however it came; its receipt is made here. */
export function rowOf(
  { contact, name, ...said }: Said,
  consultation: Pick<Consultation, 'id' | 'nameMode'>,
  number: number,
  who: string | null,
) {
  const code = newCode()
  const row = {
    ...said,
    consultationId: consultation.id,
    number,
    displayName: displayName(consultation.nameMode, name),
    authorName: name ? seal(name) : null,
    contact: contact && seal(contact.address),
    contactKind: contact?.kind,
    authorKey: who ? authorKeyOf(consultation.id, who) : null,
    receiptKey: lookupKey('receipt', code),
    receiptSealed: seal(code),
  }
  return { code, row }
}

export type Made = ReturnType<typeof rowOf>

/** What a form said; keyed, because a contact is easily guessed from a plain digest. */
export const printOf = (...said: unknown[]) => lookupKey('form', JSON.stringify(said))
