import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db, sql, transaction } from '#db/connection.server'
import { comments } from '#db/schema/comments'
import { consultations } from '#db/schema/consultations'
import { outbox } from '#db/schema/messages'
import { points, pointComments } from '#db/schema/reports'
import { receiptByCode, receiptCodesOf } from '~/comments/reads.server'
import { enterComment, sendReceipts, settleComment, submitComment, withdrawComment, type Submitted } from '~/comments/writes.server'
import { markReported } from '~/consultations/writes.server'
import { unseal } from '~/sealing.server'
import { databaseNow } from '~/web/clock.server'
import { ownerSql, setClock, useDatabase } from '../support/database'
import { aDepartment, aViewer } from '../support/people'
import { aKey, anOpenConsultation, aSubmission } from './given'

useDatabase()

const all = () => db.select().from(comments).orderBy(asc(comments.number))
const taken = (result: Submitted) => {
  if (!result.ok) throw new Error(result.why)
  return result
}
const phone = { kind: 'phone', address: '13800001111' } as const
const before = async (consultationId: number, ms: number) => {
  const [row] = await db.select().from(consultations).where(eq(consultations.id, consultationId))
  return setClock(new Date(row!.closesAt!.getTime() - ms))
}

describe('a submission', () => {
  test('is stored word for word with the time of the database, and its receipt finds it', async () => {
    const { consultation, articles } = await anOpenConsultation({ nameMode: 'masked', access: 'contact' })
    const body = '  第一行\n\n\t“引号” <b>不是标记</b> 𠮷\u202e反向 👩‍👩‍👧  '
    const at = await databaseNow()
    const sent = taken(
      await submitComment(
        aSubmission(consultation.id, {
          body,
          articleId: articles[1]!.id,
          stance: 'change',
          replacement: ' 改成这样 ',
          name: '欧阳春',
          contact: phone,
        }),
      ),
    )
    const receipt = (await receiptByCode(sent.code.toLowerCase().replaceAll('-', ' ')))!
    expect(receipt).toMatchObject({
      number: 1,
      body,
      replacement: ' 改成这样 ',
      stance: 'change',
      displayName: '欧阳**',
      authorName: '欧阳春',
      contactMasked: '138****1111',
      late: false,
    })
    expect(receipt.article?.label).toBe('第2条')
    expect(receipt.receivedAt.getTime() - at.getTime()).toBeLessThan(5_000)
  })

  test('keeps name and contact sealed: a dump of the table shows neither', async () => {
    const { consultation } = await anOpenConsultation()
    taken(await submitComment(aSubmission(consultation.id, { name: '欧阳春', contact: phone })))
    const dump = JSON.stringify(await sql`select c::text from comments c`)
    expect(dump).not.toContain('欧阳春')
    expect(dump).not.toContain(phone.address)
    expect(dump).not.toContain(Buffer.from('欧阳春').toString('hex'))
    expect(dump).toContain('建议写明收费标准')
  })

  test('queues its receipt in the same transaction, and without a contact queues nothing', async () => {
    const { consultation } = await anOpenConsultation()
    const { code } = taken(await submitComment(aSubmission(consultation.id, { contact: phone })))
    taken(await submitComment(aSubmission(consultation.id)))
    const queued = await db.select().from(outbox)
    expect(queued).toHaveLength(1)
    expect(JSON.parse(unseal(queued[0]!.params!))).toEqual({ title: consultation.title, code })
  })

  test('of one person with one contact has one author key within a consultation and another in the next', async () => {
    const one = await anOpenConsultation()
    const two = await anOpenConsultation()
    for (const id of [one.consultation.id, one.consultation.id, two.consultation.id])
      taken(await submitComment(aSubmission(id, { contact: phone })))
    const keys = (await db.select({ key: comments.authorKey }).from(comments).orderBy(asc(comments.consultationId))).map((row) => row.key)
    expect(keys[0]).toBe(keys[1])
    expect(keys[2]).not.toBe(keys[0])
  })

  test('of a signed-in resident uses the contact of the account', async () => {
    const { consultation } = await anOpenConsultation({ access: 'account' })
    const viewer = await aViewer('resident')
    const sent = taken(await submitComment(aSubmission(consultation.id, { viewer })))
    expect((await receiptByCode(sent.code))?.accountId).toBe(viewer.id)
  })

  test('cannot name an article of another consultation', async () => {
    const { consultation } = await anOpenConsultation()
    const other = await anOpenConsultation()
    await expect(submitComment(aSubmission(consultation.id, { articleId: other.articles[0]!.id }))).rejects.toThrow()
    expect(await all()).toHaveLength(0)
  })
})

describe('the same form sent again', () => {
  test('gives the receipt it had', async () => {
    const { consultation } = await anOpenConsultation()
    const form = aSubmission(consultation.id)
    const first = taken(await submitComment(form))
    expect(await submitComment(form)).toEqual(first)
    expect(await all()).toHaveLength(1)
  })

  test('gives the receipt it had also after the close: it was received in time', async () => {
    const { consultation } = await anOpenConsultation()
    const form = aSubmission(consultation.id)
    const first = taken(await submitComment(form))
    await setClock('31 days')
    expect(await submitComment(form)).toEqual(first)
  })

  test('with other words is refused and shows nothing of the first', async () => {
    const { consultation } = await anOpenConsultation()
    const form = aSubmission(consultation.id)
    taken(await submitComment(form))
    expect(await submitComment({ ...form, body: '另一件' })).toEqual({ ok: false, why: 'other-body' })
  })

  test('for another consultation is another body', async () => {
    const one = await anOpenConsultation()
    const two = await anOpenConsultation()
    const form = aSubmission(one.consultation.id)
    taken(await submitComment(form))
    expect(await submitComment({ ...form, consultationId: two.consultation.id })).toEqual({ ok: false, why: 'other-body' })
  })

  test('fifty times at once is one comment and fifty equal receipts', async () => {
    const { consultation } = await anOpenConsultation()
    const form = aSubmission(consultation.id, { contact: phone })
    const sent = await Promise.all(Array.from({ length: 50 }, () => submitComment(form)))
    expect(new Set(sent.map((one) => taken(one).code)).size).toBe(1)
    expect(await all()).toHaveLength(1)
    expect(await db.select().from(outbox)).toHaveLength(1)
  })

  test('negative control: where the key does not bite, it is two comments', async () => {
    await ownerSql`create or replace function every_key_is_new() returns trigger language plpgsql as $$ begin new.form_key := new.form_key || new.number; return new; end $$`
    await ownerSql`create trigger every_key_is_new before insert on comments for each row execute function every_key_is_new()`
    const { consultation } = await anOpenConsultation()
    const form = aSubmission(consultation.id)
    await Promise.all([submitComment(form), submitComment(form)])
    const stored = await all()
    await ownerSql`drop trigger every_key_is_new on comments`
    expect(stored).toHaveLength(2)
  })
})

describe('numbers', () => {
  test('of forty people at once have no holes and no twins', async () => {
    const { consultation } = await anOpenConsultation()
    await Promise.all(Array.from({ length: 40 }, () => submitComment(aSubmission(consultation.id))))
    expect((await all()).map((row) => row.number)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
  })

  test('are given back by a refusal', async () => {
    const { consultation } = await anOpenConsultation({ access: 'contact' })
    expect(await submitComment(aSubmission(consultation.id))).toEqual({ ok: false, why: 'contact-needed' })
    expect(taken(await submitComment(aSubmission(consultation.id, { contact: phone }))).number).toBe(1)
  })
})

describe('the close', () => {
  test('one second before it a comment is taken, one second after it refused', async () => {
    const { consultation } = await anOpenConsultation()
    await before(consultation.id, 1_500)
    expect((await submitComment(aSubmission(consultation.id))).ok).toBe(true)
    await before(consultation.id, -1_000)
    expect(await submitComment(aSubmission(consultation.id))).toEqual({ ok: false, why: 'closed' })
    expect(await all()).toHaveLength(1)
  })

  test('before the opening nothing is taken', async () => {
    const { consultation } = await anOpenConsultation()
    await setClock('-11 days')
    expect(await submitComment(aSubmission(consultation.id))).toEqual({ ok: false, why: 'not-open-yet' })
  })
})

describe('withdrawing', () => {
  test('the author withdraws with the code until the close, once', async () => {
    const { consultation } = await anOpenConsultation()
    const { code } = taken(await submitComment(aSubmission(consultation.id)))
    expect(await withdrawComment(code)).toEqual({ ok: true })
    expect(await withdrawComment(code)).toEqual({ ok: false, why: 'withdrawn' })
    expect((await all())[0]).toMatchObject({ fate: 'withdrawn' })
  })

  test('leaves a line without a name, and whoever left a contact hears of it', async () => {
    const { consultation } = await anOpenConsultation({ contactPhone: '0000-6121108' })
    const contact = { kind: 'phone', address: '13800000001' } as const
    const { code } = taken(await submitComment(aSubmission(consultation.id, { contact })))
    const silent = taken(await submitComment(aSubmission(consultation.id)))
    for (const one of [code, silent.code, silent.code]) await withdrawComment(one)
    const { departmentId } = consultation
    expect(await sql`select act, subject_id, actor_id, actor_role, department_id from record order by seq`).toEqual(
      [1, 2].map((number) => ({
        ...{ act: 'comment-withdrawn', subject_id: `${consultation.id}/${number}` },
        ...{ actor_id: null, actor_role: 'author', department_id: departmentId },
      })),
    )
    const told = await db.select().from(outbox).where(eq(outbox.template, 'comment-withdrawn'))
    expect(told).toMatchObject([{ way: 'call', departmentId }])
    expect(JSON.parse(unseal(told[0]!.params!))).toEqual({ title: consultation.title, ask: '0000-6121108' })
    expect(unseal(told[0]!.recipient!)).toBe(contact.address)
  })

  test('a withdrawal that is refused leaves neither', async () => {
    const { consultation } = await anOpenConsultation()
    const { code } = taken(await submitComment(aSubmission(consultation.id, { contact: { kind: 'phone', address: '13800000001' } })))
    await before(consultation.id, -1)
    await withdrawComment(code)
    expect(await sql`select 1 from record`).toHaveLength(0)
    expect(await db.select().from(outbox).where(eq(outbox.template, 'comment-withdrawn'))).toEqual([])
  })

  test('after the close it stays', async () => {
    const { consultation } = await anOpenConsultation()
    const { code } = taken(await submitComment(aSubmission(consultation.id)))
    await before(consultation.id, -1)
    expect(await withdrawComment(code)).toEqual({ ok: false, why: 'closed' })
    expect((await all())[0]).toMatchObject({ fate: null, withdrawnAt: null })
  })

  test('a wrong code withdraws nothing', async () => {
    expect(await withdrawComment('0000-0000-0000-0000')).toEqual({ ok: false, why: 'unknown' })
    expect(await withdrawComment('<script>')).toEqual({ ok: false, why: 'unknown' })
  })

  test('twice at once happens once', async () => {
    const { consultation } = await anOpenConsultation()
    const { code } = taken(await submitComment(aSubmission(consultation.id)))
    const results = await Promise.all(Array.from({ length: 10 }, () => withdrawComment(code)))
    expect(results.filter((one) => one.ok)).toHaveLength(1)
  })

  test('waits for whoever holds the consultation, and then sees the published report', async () => {
    const { consultation } = await anOpenConsultation()
    const { code } = taken(await submitComment(aSubmission(consultation.id)))
    let late: Promise<Awaited<ReturnType<typeof withdrawComment>>> | undefined
    await transaction(async (tx) => {
      await markReported(tx, consultation.id)
      late = withdrawComment(code)
      await until(async () => (await ownerSql`select 1 from pg_locks where not granted`).length > 0)
    })
    expect(await late).toEqual({ ok: false, why: 'closed' })
  })

  test('negative control: without that lock the withdrawal would slip in beside the report', async () => {
    const { consultation } = await anOpenConsultation()
    taken(await submitComment(aSubmission(consultation.id)))
    await transaction(async (tx) => {
      await markReported(tx, consultation.id)
      await ownerSql`update comments set fate = 'withdrawn', withdrawn_at = app_now()`
    })
    expect((await all())[0]?.fate).toBe('withdrawn')
  })
})

async function until(done: () => Promise<boolean>) {
  while (!(await done()));
}

describe("a clerk's entry", () => {
  const letter = (consultationId: number) => ({
    consultationId,
    articleId: null,
    stance: null,
    body: '来信原文',
    replacement: '',
    name: '王秀英',
    contact: null,
    lang: 'zh-CN',
    channel: 'mail' as const,
    formKey: aKey(),
  })

  test('is numbered with the others, marked with its channel, and leaves a line in the record', async () => {
    const { consultation, staff } = await anOpenConsultation()
    const entered = await enterComment({ ...letter(consultation.id), viewer: staff, receivedAt: await databaseNow() })
    expect(entered).toMatchObject({ ok: true, number: 1 })
    expect((await all())[0]).toMatchObject({ channel: 'mail', late: false, enteredBy: staff.id, displayName: '王**' })
    expect(await sql`select act, subject_id from record`).toEqual([{ act: 'comment-entered', subject_id: `${consultation.id}/1` }])
  })

  test('of a letter that came after the close is late', async () => {
    const { consultation, staff } = await anOpenConsultation()
    await before(consultation.id, -86_400_000)
    await enterComment({ ...letter(consultation.id), viewer: staff, receivedAt: await databaseNow() })
    await enterComment({ ...letter(consultation.id), viewer: staff, receivedAt: consultation.closesAt! })
    expect((await all()).map((row) => row.late)).toEqual([true, false])
  })

  test('of a letter older than the consultation is refused', async () => {
    const { consultation, staff } = await anOpenConsultation()
    const receivedAt = new Date(consultation.opensAt!.getTime() - 86_400_000)
    expect(await enterComment({ ...letter(consultation.id), viewer: staff, receivedAt })).toEqual({ ok: false, why: 'before-opening' })
    expect(await all()).toHaveLength(0)
  })

  test('is refused to other departments, to residents, and after the report, and then leaves nothing', async () => {
    const { consultation, staff } = await anOpenConsultation()
    const stranger = await aViewer('staff', (await aDepartment('农业农村局')).id)
    const receivedAt = await databaseNow()
    expect(await enterComment({ ...letter(consultation.id), viewer: stranger, receivedAt })).toMatchObject({ why: 'not-your-department' })
    expect(await enterComment({ ...letter(consultation.id), viewer: await aViewer('resident'), receivedAt })).toMatchObject({
      why: 'not-your-role',
    })
    await transaction((tx) => markReported(tx, consultation.id))
    expect(await enterComment({ ...letter(consultation.id), viewer: staff, receivedAt })).toMatchObject({ why: 'reported' })
    expect(await all()).toHaveLength(0)
    expect(await sql`select 1 from record`).toHaveLength(0)
  })
})

describe('where a comment ends', () => {
  const settle = (consultationId: number, fate: 'in_points' | 'inadmissible' | null) =>
    transaction((tx) => settleComment(tx, { consultationId, number: 1, fate }))

  test('is one way only; another way leads through none', async () => {
    const { consultation } = await anOpenConsultation()
    taken(await submitComment(aSubmission(consultation.id)))
    expect(await settle(consultation.id, 'in_points')).toEqual({ ok: true })
    expect(await settle(consultation.id, 'inadmissible')).toEqual({ ok: false, why: 'settled-otherwise' })
    expect(await settle(consultation.id, null)).toEqual({ ok: true })
    expect(await settle(consultation.id, 'inadmissible')).toEqual({ ok: true })
    expect((await all())[0]?.fate).toBe('inadmissible')
  })

  test('is not decided for a withdrawn or unknown comment', async () => {
    const { consultation } = await anOpenConsultation()
    expect(await settle(consultation.id, 'in_points')).toEqual({ ok: false, why: 'unknown' })
    const { code } = taken(await submitComment(aSubmission(consultation.id)))
    await withdrawComment(code)
    expect(await settle(consultation.id, 'in_points')).toEqual({ ok: false, why: 'withdrawn' })
  })

  test('the database itself refuses a second fate while a point holds the comment', async () => {
    const { consultation, staff } = await anOpenConsultation()
    taken(await submitComment(aSubmission(consultation.id)))
    await settle(consultation.id, 'in_points')
    const [point] = await db
      .insert(points)
      .values({ consultationId: consultation.id, number: 1, summary: '收费', createdBy: staff.id })
      .returning()
    await db.insert(pointComments).values({ consultationId: consultation.id, pointId: point!.id, number: 1 })
    await expect(sql`update comments set fate = 'inadmissible'`).rejects.toThrow(/point_comments_fate/)
    await expect(settle(consultation.id, null)).rejects.toThrow()
    await expect(sql`update comments set fate = 'withdrawn', withdrawn_at = app_now()`).rejects.toThrow(/point_comments_fate/)
  })
})

describe('a lost receipt', () => {
  test('is sent to the contact it was given with, all of them, and for a stranger nothing is sent', async () => {
    const one = await anOpenConsultation()
    const two = await anOpenConsultation()
    const sent = [
      taken(await submitComment(aSubmission(one.consultation.id, { contact: phone }))),
      taken(await submitComment(aSubmission(two.consultation.id, { contact: phone }))),
    ]
    taken(await submitComment(aSubmission(one.consultation.id, { contact: { kind: 'phone', address: '13900002222' } })))
    expect((await receiptCodesOf(phone)).sort()).toEqual(sent.map((each) => each.code).sort())
    await ownerSql`truncate outbox`
    await sendReceipts(phone, 'zh-CN')
    await sendReceipts({ kind: 'phone', address: '13700003333' }, 'zh-CN')
    const queued = await db.select().from(outbox)
    expect(queued.map((row) => row.template)).toEqual(['receipts-found'])
    expect(unseal(queued[0]!.recipient!)).toBe(phone.address)
  })
})
