import { desc } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { comments } from '#db/schema/comments'
import { outbox } from '#db/schema/messages'
import type { Contact } from '~/comments/rules'
import { submitComment } from '~/comments/writes.server'
import { setClock, useDatabase } from '../support/database'
import { anOpenConsultation, aSubmission } from './given'

useDatabase()

const phone = (address: string): Contact => ({ kind: 'phone', address })
const stranger = phone('13800001111')
const send = async (id: number, contact: Contact | null, body = '好') => {
  const sent = await submitComment(aSubmission(id, { contact, body }))
  if (!sent.ok) throw new Error(sent.why)
  const [last] = await db
    .select({ way: comments.receiptWay })
    .from(comments)
    .orderBy(desc(comments.enteredAt), desc(comments.number))
    .limit(1)
  return last!.way
}
const queued = () => db.$count(outbox)

describe('the receipt by message', () => {
  test('thirty comments with a stranger’s number send that number one message, and every comment is taken', async () => {
    const { consultation } = await anOpenConsultation()
    await Promise.all(
      Array.from({ length: 30 }, (_, n) => submitComment(aSubmission(consultation.id, { contact: stranger, body: `${n}` }))),
    )
    expect(await queued()).toBe(1)
    expect(await db.$count(comments)).toBe(30)
  })

  test('goes again after ten minutes, counted from the one that went', async () => {
    const { consultation } = await anOpenConsultation()
    expect(await send(consultation.id, stranger)).toBe('call')
    await setClock('9 minutes')
    expect(await send(consultation.id, stranger)).toBeNull()
    await setClock('10 minutes 1 second')
    expect(await send(consultation.id, stranger)).toBe('call')
    expect(await queued()).toBe(2)
  })

  test('to another number, or about another consultation, goes at once; without a contact there is none', async () => {
    const [one, two] = [await anOpenConsultation(), await anOpenConsultation()]
    await send(one.consultation.id, stranger)
    expect(await send(one.consultation.id, phone('13800002222'))).toBe('call')
    expect(await send(two.consultation.id, stranger)).toBe('call')
    expect(await send(two.consultation.id, null)).toBeNull()
    expect(await queued()).toBe(3)
  })

  describe('where mail and text messages are set up', () => {
    beforeEach(() => void Object.assign(process.env, { SMTP_URL: 'smtp://127.0.0.1:1', SMS_URL: 'https://:key@127.0.0.1:1/' }))
    afterEach(() => {
      delete process.env.SMTP_URL
      delete process.env.SMS_URL
    })
    test('the comment keeps the way it really went: text, mail, or a call for a landline', async () => {
      const { consultation } = await anOpenConsultation()
      expect(await send(consultation.id, stranger)).toBe('sms')
      expect(await send(consultation.id, { kind: 'email', address: 'w@example.cn' })).toBe('mail')
      expect(await send(consultation.id, phone('057188880000'))).toBe('call')
    })
  })
})
