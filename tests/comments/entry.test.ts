import { describe, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { comments } from '#db/schema/comments'
import { action as enter, loader as entry } from '~/comments/desk/entry'
import { loader as handingOver } from '~/comments/desk/handing-over'
import { importComments } from '~/comments/import-writes.server'
import { submitComment } from '~/comments/writes.server'
import { openDaysAbout } from '~/open-days/reads.server'
import { databaseNow } from '~/web/clock.server'
import { toLocalField } from '~/web/dates'
import { setClock, useDatabase } from '../support/database'
import { aViewer } from '../support/people'
import { anOpenDay } from '../registrations/given'
import { aContext, aKey, anOpenConsultation, aPost, aSubmission } from './given'

useDatabase()

type Viewer = Awaited<ReturnType<typeof aViewer>>

async function aDesk() {
  const { consultation, staff, department } = await anOpenConsultation()
  const received = toLocalField(await databaseNow(), 'Asia/Shanghai')
  const params = { id: String(consultation.id) }
  const send = async (fields: Record<string, string>, query = '') => {
    const request = aPost(`/x${query}`, { key: aKey(), channel: 'counter', received, body: '路灯不亮', ...fields })
    const answer = (await enter({ request, params, context: aContext({ viewer: staff }) })) as Response
    return { status: answer.status, to: answer.headers.get('Location') }
  }
  const look = async (viewer: Viewer, number = 1) => {
    const request = new Request('http://localhost/x')
    const page = await handingOver({ request, params: { ...params, number: String(number) }, context: aContext({ viewer }) })
    return {
      cache: page.headers.get('Cache-Control'),
      ...((await page.json()) as { receipt: { code: string } | null; why: string | null }),
    }
  }
  return { consultation, staff, department, send, look }
}

describe('after an entry the clerk', () => {
  test('is shown the code at the desk, on a page no cache keeps and whose address does not have it', async () => {
    const { consultation, staff, send, look } = await aDesk()
    expect(await send({})).toEqual({ status: 303, to: `/desk/consultations/${consultation.id}/comments/1/receipt` })
    const shown = await look(staff)
    expect(shown).toMatchObject({ why: null, receipt: { number: 1, body: '路灯不亮' } })
    expect(shown.receipt!.code).toMatch(/^[0-9A-Z-]{19}$/)
    expect(shown.cache).toContain('no-store')
  })

  test('who sends the form again comes to the same receipt; with other words to none', async () => {
    const { send } = await aDesk()
    const key = aKey()
    const first = await send({ key })
    expect(await send({ key })).toEqual(first)
    expect(await send({ key, body: '别的意见' })).toEqual({ status: 409, to: null })
    expect(await db.$count(comments)).toBe(1)
  })

  test('alone is shown it, and for half an hour', async () => {
    const { staff, department, send, look } = await aDesk()
    await send({})
    const now = await databaseNow()
    expect(await look(await aViewer('staff', department.id))).toMatchObject({ receipt: null, why: 'not-yours' })
    await setClock(new Date(now.getTime() + 29 * 60_000))
    expect((await look(staff)).receipt).not.toBeNull()
    await setClock(new Date(now.getTime() + 31 * 60_000))
    expect(await look(staff)).toMatchObject({ receipt: null, why: 'too-late' })
  })

  test('is shown no code of what residents sent, of what was imported, or of another department', async () => {
    const { consultation, staff, send, look } = await aDesk()
    await submitComment(aSubmission(consultation.id))
    const row = { articleId: null, channel: 'other', stance: null, author: '', body: '好', replacement: '', lang: 'zh-CN' } as const
    const rows = [{ ...row, receivedAt: consultation.opensAt! }]
    await importComments({ consultationId: consultation.id, viewer: staff, digest: 'x', rows })
    await expect(look(staff, 1)).rejects.toMatchObject({ status: 404 })
    await expect(look(staff, 2)).rejects.toMatchObject({ status: 404 })
    await send({})
    expect((await look(staff, 3)).receipt).not.toBeNull()
    const elsewhere = await anOpenConsultation()
    await expect(look(elsewhere.staff, 3)).rejects.toMatchObject({ status: expect.any(Number) })
  })
})

describe('what is said on an open day', () => {
  const said = { channel: 'open-day' }
  const kept = async () => (await db.select().from(comments)).map(({ channel, openDayId }) => [channel, openDayId])

  test('is entered from its desk, and keeps the channel and the day', async () => {
    const { consultation, department, staff, send } = await aDesk()
    const { day } = await anOpenDay({ consultationId: consultation.id, departmentId: department.id })
    const request = new Request(`http://localhost/x?day=${day.id}`)
    const page = await entry({ request, params: { id: String(consultation.id) }, context: aContext({ viewer: staff }) })
    expect(await page.json()).toMatchObject({ openDay: { id: day.id, title: day.title } })
    const key = aKey()
    const first = await send({ ...said, key }, `?day=${day.id}`)
    expect(first).toEqual({ status: 303, to: `/desk/consultations/${consultation.id}/comments/1/receipt` })
    expect(await send({ ...said, key }, `?day=${day.id}`)).toEqual(first)
    expect(await kept()).toEqual([['open-day', day.id]])
  })

  test('comes only from a published day about this consultation, and not without one', async () => {
    const { consultation, department, send } = await aDesk()
    const about = { consultationId: consultation.id, departmentId: department.id }
    const { day } = await anOpenDay(about)
    const { day: other } = await anOpenDay({ departmentId: department.id })
    const { day: draft } = await anOpenDay({ ...about, publishedAt: null, publishedBy: null })
    const statusOf = (sent: Promise<unknown>) =>
      sent.then(
        () => 200,
        (thrown: unknown) => (thrown as Response).status,
      )
    expect(await statusOf(send(said, `?day=${other.id}`))).toBe(404)
    expect(await statusOf(send(said, `?day=${draft.id}`))).toBe(404)
    expect(await statusOf(send(said, '?day=9999999999'))).toBe(404)
    expect(await statusOf(send(said))).toBe(404)
    expect(await statusOf(send({ channel: 'phone' }, `?day=${day.id}`))).toBe(404)
    expect(await kept()).toEqual([])
  })

  test('the database itself keeps no comment of another day, and no day beside another channel', async () => {
    const { consultation, department, send } = await aDesk()
    const { day: other } = await anOpenDay({ departmentId: department.id })
    const { day } = await anOpenDay({ consultationId: consultation.id, departmentId: department.id })
    await send({})
    const change = (values: Partial<typeof comments.$inferInsert>) => db.update(comments).set(values)
    await expect(change({ channel: 'open-day', openDayId: other.id })).rejects.toThrow()
    await expect(change({ openDayId: day.id })).rejects.toThrow()
    await expect(change({ channel: 'open-day' })).rejects.toThrow()
    await change({ channel: 'open-day', openDayId: day.id })
    expect(await kept()).toEqual([['open-day', day.id]])
  })

  test('the page of the consultation names the days to come about it, and none that is cancelled or over', async () => {
    const { consultation, department } = await aDesk()
    const about = { consultationId: consultation.id, departmentId: department.id }
    const { day } = await anOpenDay(about)
    await anOpenDay({ ...about, cancelledAt: await databaseNow(), cancelledWhy: '停电' })
    await anOpenDay({ departmentId: department.id })
    expect((await openDaysAbout(consultation.id)).map(({ id }) => id)).toEqual([day.id])
    await setClock(new Date((await databaseNow()).getTime() + 30 * 86_400_000))
    expect(await openDaysAbout(consultation.id)).toEqual([])
  })
})
