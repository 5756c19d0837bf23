import { asc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db } from '#db/connection.server'
import { comments } from '#db/schema/comments'
import { consultations } from '#db/schema/consultations'
import { participantCount, receiptByCode, receiptCodesOf } from '~/comments/reads.server'
import { forgetContacts } from '~/comments/retention.server'
import { submitComment } from '~/comments/writes.server'
import { setClock, useDatabase } from '../support/database'
import { aSubmission, anOpenConsultation } from './given'

useDatabase()

const lin = { kind: 'phone', address: '13900139000' } as const
const zhu = { kind: 'email', address: 'zhu@example.org' } as const

/** Two comments of one person, one of another and one of nobody, in a consultation that keeps contacts for thirty days. */
async function aReported(reported: boolean) {
  const { consultation } = await anOpenConsultation({ contactKeptDays: 30 })
  for (const contact of [lin, lin, zhu, null]) await submitComment(aSubmission(consultation.id, { contact, name: '林' }))
  await setClock('40 days')
  if (reported) await db.update(consultations).set({ reportedAt: new Date(Date.now() + 40 * 86_400_000) })
  return consultation.id
}

const contactsOf = (id: number) =>
  db
    .select({ contact: comments.contact, kind: comments.contactKind, author: comments.authorKey, print: comments.formPrint })
    .from(comments)
    .where(eq(comments.consultationId, id))
    .orderBy(asc(comments.number))

describe('contacts are kept as long as was said, and no longer', () => {
  it('thirty days after the report they are gone, with everything made from them', async () => {
    const id = await aReported(true)
    const before = await contactsOf(id)
    await setClock('71 days')
    await forgetContacts()
    const after = await contactsOf(id)
    expect(after.map(({ contact, kind, print }) => ({ contact, kind, print }))).toEqual(
      after.map(() => ({ contact: null, kind: null, print: '' })),
    )
    expect(await receiptCodesOf(lin)).toEqual([])
    const keys = before.flatMap(({ author }) => author ?? [])
    for (const { author } of after) expect(keys).not.toContain(author)
    expect(await participantCount(id)).toBe(3)
    expect(after[0]!.author).toBe(after[1]!.author)
  })

  it('a day earlier, and without a report, they are all there', async () => {
    const id = await aReported(true)
    await setClock('69 days')
    const before = await contactsOf(id)
    await forgetContacts()
    expect(await contactsOf(id)).toEqual(before)
    await db.update(consultations).set({ reportedAt: null })
    await setClock('900 days')
    await forgetContacts()
    expect(await contactsOf(id)).toEqual(before)
    expect(await receiptCodesOf(lin)).toHaveLength(2)
  })

  it('the receipt opens as before', async () => {
    const id = await aReported(true)
    const [code] = await receiptCodesOf(zhu)
    await setClock('71 days')
    await forgetContacts()
    expect(await receiptByCode(code!)).toMatchObject({ consultationId: id, number: 3, contactMasked: '' })
  })
})
