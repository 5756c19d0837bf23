import { describe, expect, it } from 'vitest'
import { db, transaction } from '#db/connection.server'
import { outbox } from '#db/schema/messages'
import { record } from '#db/schema/record'
import { recordOutcome, retryMessage, revealContact } from '~/messages/desk-writes.server'
import { messageCounts, messageFor, messagesFor } from '~/messages/reads.server'
import { forgetUndelivered } from '~/messages/retention.server'
import { queueMessage } from '~/messages/writes.server'
import { ownerSql, setClock, useDatabase } from '../support/database'
import { aDepartment, aViewer } from '../support/people'

useDatabase()

async function aCall() {
  const department = await aDepartment()
  await transaction((tx) =>
    queueMessage(tx, {
      to: { kind: 'phone', address: '13900139000' },
      template: 'reported',
      lang: 'zh-CN',
      params: { title: '甲', code: 'AAAA-BBBB-CCCC-DDDD' },
      departmentId: department.id,
    }),
  )
  const [row] = await db.select().from(outbox)
  return { id: row!.id, department, staff: await aViewer('staff', department.id) }
}

describe('the call list', () => {
  it('shows numbers masked, to the department’s own staff only', async () => {
    const { id, staff } = await aCall()
    const elsewhere = await aViewer('staff', (await aDepartment('水利局')).id)
    expect((await messagesFor(staff, 'calls', {})).rows).toMatchObject([{ id, contact: '139****9000' }])
    expect((await messagesFor(elsewhere, 'calls', {})).rows).toEqual([])
    expect(await messageFor(elsewhere, String(id))).toBeNull()
    expect(await messageCounts(staff)).toEqual({ calls: 1, waiting: 0, failed: 0, done: 0 })
    expect(JSON.stringify(await messagesFor(await aViewer('auditor'), 'calls', {}))).not.toContain('13900139000')
  })

  it('a number is shown only to who handles it, and the look is recorded', async () => {
    const { id, staff } = await aCall()
    const elsewhere = await aViewer('staff', (await aDepartment('水利局')).id)
    expect(await revealContact(elsewhere, id)).toBeNull()
    expect(await revealContact(await aViewer('auditor'), id)).toBeNull()
    expect(await db.select().from(record)).toEqual([])
    expect(await revealContact(staff, id)).toMatchObject({ address: '13900139000', params: { code: 'AAAA-BBBB-CCCC-DDDD' } })
    const lines = await db.select().from(record)
    expect(lines).toMatchObject([{ act: 'message-contact-shown', actorId: staff.id, subjectId: String(id) }])
    expect(JSON.stringify(lines)).not.toContain('13900139000')
  })

  it('whom nobody reached in ninety days leaves the list: the line stays, number and content do not', async () => {
    const { id, staff } = await aCall()
    await setClock('89 days')
    await forgetUndelivered(180)
    expect(await revealContact(staff, id)).not.toBeNull()
    await setClock('91 days')
    await forgetUndelivered(180)
    expect(await db.select().from(outbox)).toMatchObject([{ id, recipient: null, params: null, deliveredAt: null }])
    expect(await messageCounts(staff)).toEqual({ calls: 0, waiting: 0, failed: 1, done: 0 })
    expect(await retryMessage(staff, id)).toBe(false)
    expect(await recordOutcome(staff, id, 'reached')).toBe(false)
  })

  it('not reached stays on the list; reached is settled and number and content are forgotten', async () => {
    const { id, staff } = await aCall()
    expect(await recordOutcome(staff, id, 'not-reached')).toBe(true)
    expect((await messagesFor(staff, 'calls', {})).rows).toMatchObject([{ attempts: 1, outcome: 'not-reached' }])
    expect(await recordOutcome(staff, id, 'reached')).toBe(true)
    expect(await db.select().from(outbox)).toMatchObject([{ recipient: null, params: null, outcome: 'reached', calledBy: staff.id }])
    expect(await messageCounts(staff)).toEqual({ calls: 0, waiting: 0, failed: 0, done: 1 })
    expect(await recordOutcome(staff, id, 'wrong-number')).toBe(false)
  })

  it('negative control: the database refuses a delivered message that still holds a contact', async () => {
    await aCall()
    await expect(ownerSql`update outbox set delivered_at = app_now(), outcome = 'reached'`).rejects.toThrow(/outbox_emptied/)
  })

  it('what was given up can be sent again', async () => {
    const { id, staff } = await aCall()
    await ownerSql`update outbox set way = 'sms', gave_up_at = app_now(), attempts = 3, last_error = 'HTTP 400'`
    expect((await messagesFor(staff, 'failed', {})).rows).toMatchObject([{ lastError: 'HTTP 400' }])
    expect(await retryMessage(staff, id)).toBe(true)
    expect(await db.select().from(outbox)).toMatchObject([{ gaveUpAt: null, attempts: 0 }])
    expect(await retryMessage(staff, id)).toBe(false)
  })

  it('what belongs to no department is the administrators’', async () => {
    await transaction((tx) =>
      queueMessage(tx, {
        to: { kind: 'phone', address: '13900139000' },
        template: 'receipts-found',
        lang: 'zh-CN',
        params: { codes: ['A'] },
      }),
    )
    const staff = await aViewer('staff', (await aDepartment()).id)
    expect((await messagesFor(staff, 'calls', {})).rows).toEqual([])
    expect((await messagesFor(await aViewer('administrator'), 'calls', {})).rows).toHaveLength(1)
  })
})
