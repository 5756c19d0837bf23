import { describe, expect, test } from 'vitest'
import { asc } from 'drizzle-orm'
import { db } from '#db/connection.server'
import { comments } from '#db/schema/comments'
import { action as check } from '~/comments/pages/check'
import { action as find } from '~/comments/pages/find-receipt'
import { action as lost } from '~/comments/pages/lost-receipt'
import { loader as newForm } from '~/comments/pages/new'
import { loader as receipt } from '~/comments/pages/receipt'
import { action as submit } from '~/comments/pages/submission'
import type { Turn } from '~/comments/parts/turn'
import { receiptByCode } from '~/comments/reads.server'
import { submitComment } from '~/comments/writes.server'
import { outbox } from '#db/schema/messages'
import { setClock, useDatabase } from '../support/database'
import { aContext, aKey, anOpenConsultation, aPost, aSubmission } from './given'
import { haveHostile, hostileTexts } from './hostile'

useDatabase()

type Answer = { status: number; turn?: Turn; to: string | null }
const answer = async (given: unknown): Promise<Answer> => {
  const response = given as Response
  const text = await response.text()
  return { status: response.status, to: response.headers.get('Location'), ...(text ? (JSON.parse(text) as object) : {}) }
}
const post = (act: typeof submit, slug: string, fields: Record<string, string>, context = aContext(), query = '') =>
  act({ request: aPost(`/consultations/${slug}/comments/x${query}`, { key: aKey(), ...fields }), params: { slug }, context }).then(answer)

describe('sending a comment', () => {
  test('ends at its receipt with 303', async () => {
    const { consultation, articles } = await anOpenConsultation({ access: 'contact' })
    const sent = await post(
      submit,
      consultation.slug,
      { body: '好', contact: '138 0000 1111', stance: 'support', name: '朱明远' },
      aContext(),
      `?article=${articles[0]!.anchor}`,
    )
    expect(sent.status).toBe(303)
    expect(await receiptByCode(sent.to!.split('/').at(-1)!)).toMatchObject({
      body: '好',
      stance: 'support',
      displayName: '朱**',
      articleId: articles[0]!.id,
    })
  })

  test('with a fault comes back with 422, the sentence and everything typed', async () => {
    const { consultation } = await anOpenConsultation({ access: 'contact' })
    for (const act of [check, submit]) {
      const { status, turn } = await post(act, consultation.slug, { body: '我写了很多', contact: '没有', stance: 'oppose' })
      expect(status).toBe(422)
      expect(turn).toMatchObject({
        errors: { contact: 'comments:error.contact-invalid' },
        values: { body: '我写了很多', contact: '没有', stance: 'oppose' },
      })
    }
    expect(await db.select().from(comments)).toHaveLength(0)
  })

  test('one second after the close is refused with 409, the words come back, and nothing is stored', async () => {
    const { consultation } = await anOpenConsultation()
    await setClock(new Date(consultation.closesAt!.getTime() + 1000))
    for (const act of [check, submit]) {
      const { status, turn } = await post(act, consultation.slug, { body: '我写了很多' })
      expect(status).toBe(409)
      expect(turn).toMatchObject({ why: 'closed', values: { body: '我写了很多' } })
    }
    expect(await db.select().from(comments)).toHaveLength(0)
  })

  test('twice with one form gives one receipt; with other words 422, a new key and the words kept', async () => {
    const { consultation } = await anOpenConsultation()
    const key = aKey()
    const first = await post(submit, consultation.slug, { key, body: '一' })
    expect((await post(submit, consultation.slug, { key, body: '一' })).to).toBe(first.to)
    const other = await post(submit, consultation.slug, { key, body: '二' })
    expect(other).toMatchObject({ status: 422, to: null, turn: { why: 'other-body', values: { body: '二' } } })
    expect(JSON.stringify(other)).not.toContain(first.to!.split('/').at(-1))
    expect((await post(submit, consultation.slug, { ...other.turn!.values })).status).toBe(303)
  })

  test('where an account is needed asks to sign in and keeps the words', async () => {
    const { consultation } = await anOpenConsultation({ access: 'account' })
    expect(await post(submit, consultation.slug, { body: '我写了很多' })).toMatchObject({
      status: 409,
      turn: { why: 'sign-in', values: { body: '我写了很多' } },
    })
  })

  test('too often by one person is slowed with 429 and the words kept; neighbours at one address go on', async () => {
    const { consultation } = await anOpenConsultation({ access: 'contact' })
    const context = aContext({ client: 'hall' })
    let last: Answer | undefined
    for (let at = 0; at < 11; at++) last = await post(submit, consultation.slug, { body: `第${at}件`, contact: '13800009999' }, context)
    expect(last).toMatchObject({ status: 429, turn: { why: 'too-many', values: { body: '第10件' } } })
    expect((await post(submit, consultation.slug, { body: '好', contact: '13800008888' }, context)).status).toBe(303)
  })

  test('of an unknown consultation or article is not found', async () => {
    const { consultation } = await anOpenConsultation()
    await expect(post(submit, 'nothing', { body: '好' })).rejects.toMatchObject({ status: 404 })
    await expect(post(submit, consultation.slug, { body: '好' }, aContext(), '?article=art-99')).rejects.toMatchObject({ status: 404 })
  })

  test('the form is never cached: each has a key of its own', async () => {
    const { consultation } = await anOpenConsultation()
    const open = () => newForm({ request: new Request('http://localhost/x'), params: { slug: consultation.slug }, context: aContext() })
    const [one, two] = [await open(), await open()]
    expect(one.headers.get('Cache-Control')).toContain('no-store')
    expect(((await one.json()) as { key: string }).key).not.toBe(((await two.json()) as { key: string }).key)
  })
})

describe('receipts', () => {
  const aReceipt = async () => {
    const { consultation } = await anOpenConsultation()
    const sent = await submitComment(aSubmission(consultation.id, { contact: { kind: 'phone', address: '13800001111' } }))
    if (!sent.ok) throw new Error(sent.why)
    return sent.code
  }
  const look = (code: string, client?: string) =>
    find({ request: aPost('/receipts', { code }), params: {}, context: aContext(client ? { client } : {}) }) as Promise<Response>

  test('are found by their code however it is typed', async () => {
    const code = await aReceipt()
    const full = [...code].map((c) => (c === '-' ? ' ' : String.fromCharCode(c.charCodeAt(0) + 0xfee0))).join('')
    for (const typed of [
      code,
      code.toLowerCase(),
      code.replaceAll('-', ''),
      full,
      `  ${code.replaceAll('-', ' — ')} `,
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
    ]) {
      const found = await look(typed)
      expect([found.status, found.headers.get('Location')], typed).toEqual([303, `/receipts/${code}`])
    }
  })

  test('a wrong code is answered with a sentence, and guessing is slowed', async () => {
    await aReceipt()
    const errors = async (code: string) => ((await (await look(code, 'guesser')).json()) as { state: Turn }).state.errors.code
    expect(await errors('0000-0000-0000-0000')).toBe('comments:error.code-unknown')
    expect(await errors('你好')).toBe('comments:error.code-format')
    expect(await errors('')).toBe('comments:error.code-required')
    for (let at = 0; at < 60; at++) await look('0000-0000-0000-0000', 'guesser')
    expect((await look('0000-0000-0000-0000', 'guesser')).status).toBe(429)
  })

  test('an address with a wrong code is a page that says so, with 404', async () => {
    const shown = await receipt({ request: new Request('http://localhost/x'), params: { code: 'nothing' }, context: aContext() })
    expect(shown.status).toBe(404)
  })

  test('lost ones: the page answers alike for known and unknown contacts, and only the known one gets a message', async () => {
    await aReceipt()
    const ask = async (contact: string) => {
      const response = (await lost({ request: aPost('/receipts/lost', { contact }), params: {}, context: aContext() })) as Response
      return { status: response.status, body: await response.text() }
    }
    const queued = () => db.$count(outbox)
    const before = await queued()
    const unknown = await ask('13700003333')
    expect(await queued()).toBe(before)
    expect(await ask('13800001111')).toEqual(unknown)
    expect(await queued()).toBe(before + 1)
  })

  test('lost ones: the time tells no more than the words', async () => {
    await aReceipt()
    for (const contact of ['13700003333', '13800001111']) {
      const asked = performance.now()
      await lost({ request: aPost('/receipts/lost', { contact }), params: {}, context: aContext() })
      expect(performance.now() - asked, contact).toBeGreaterThanOrEqual(395)
    }
  })
})

test.skipIf(!haveHostile)(
  'every hostile line goes through the form: stored as typed or refused with 422, never a fault',
  { timeout: 120_000 },
  async () => {
    const { consultation } = await anOpenConsultation()
    const texts = [...new Set(hostileTexts())]
    const expected: string[] = []
    for (const body of texts) {
      const { status } = await post(submit, consultation.slug, { body, replacement: body, name: body.slice(0, 50) })
      if (status === 303) expected.push(body.replace(/\r\n?/g, '\n'))
      else if (status === 422) {
        const alone = await post(submit, consultation.slug, { body })
        if (alone.status === 303) expected.push(body.replace(/\r\n?/g, '\n'))
        else expect(alone.status).toBe(422)
      } else expect.fail(`${status} for ${body}`)
    }
    const stored = await db.select({ body: comments.body }).from(comments).orderBy(asc(comments.number))
    expect(stored.map((row) => row.body)).toEqual(expected)
    expect(expected.length).toBeGreaterThan(texts.length - 20)
  },
)
