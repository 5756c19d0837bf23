import { eq, isNotNull } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { accounts } from '#db/schema/accounts'
import { checkedAnswers, comments } from '#db/schema/comments'
import { answersOf } from '~/comments/checked-reads.server'
import { action as check } from '~/comments/pages/check'
import { loader as checked } from '~/comments/pages/checked'
import { action as submit } from '~/comments/pages/submission'
import { forgetChecked } from '~/comments/retention.server'
import { enterComment, submitComment } from '~/comments/writes.server'
import { seal } from '~/sealing.server'
import { databaseNow } from '~/web/clock.server'
import { setClock, useDatabase } from '../support/database'
import { aViewer } from '../support/people'
import { aContext, aKey, anOpenConsultation, aPost, aSubmission } from './given'
import { haveHostile, hostileTexts } from './hostile'

useDatabase()

type Fields = Record<string, string>
type Shown = { status: number; answers: { sent: boolean; values: Fields } | null }

const said = (values: Fields = {}): Fields => ({
  key: aKey(),
  body: '第一行\n\n第二行',
  name: '朱明远',
  contact: '138 0000 1111',
  stance: 'change',
  ...values,
})

const post = async (act: typeof check | typeof submit, slug: string, fields: Fields, { client = 'one', query = '' } = {}) => {
  const request = aPost(`/consultations/${slug}/comments/x${query}`, fields)
  return (await act({ request, params: { slug }, context: aContext({ client }) })) as Response
}

/** The page at this address. */
async function shown(to: string): Promise<Shown> {
  const [, , slug, , , last] = to.split('/')
  const response = await checked({
    request: new Request(`http://localhost${to}`),
    params: { slug, key: last!.split('?')[0] },
    context: aContext(),
  })
  return { status: response.status, ...((await response.json()) as { answers: Shown['answers'] }) }
}

const checkedAt = async (slug: string, fields: Fields, query = '') =>
  (await post(check, slug, fields, { client: aKey(), query })).headers.get('Location')!

describe('answers that are checked', () => {
  test('have a page of their own after 303, and nothing typed is in its address', async () => {
    const { consultation } = await anOpenConsultation({ access: 'contact' })
    const fields = said()
    const answer = await post(check, consultation.slug, fields, { query: '?article=art-2' })
    expect(answer.status).toBe(303)
    const to = answer.headers.get('Location')!
    expect(to).toBe(`/consultations/${consultation.slug}/comments/check/${fields.key}?article=art-2`)
    expect(await shown(to)).toMatchObject({
      status: 200,
      answers: { sent: false, values: { ...fields, contact: '13800001111', replacement: '' } },
    })
  })

  test('are kept sealed, without what else was sent, and in one row however often they are changed', async () => {
    const { consultation } = await anOpenConsultation()
    const fields = said()
    await checkedAt(consultation.slug, { ...fields, other: '别的'.repeat(50_000) })
    const to = await checkedAt(consultation.slug, { ...fields, body: '改过' })
    const rows = await db.select().from(checkedAnswers)
    expect(rows).toHaveLength(1)
    expect(rows[0]!.sealed.length).toBeLessThan(300)
    const stored = `${rows[0]!.key} ${rows[0]!.sealed.toString('utf8')}`
    for (const secret of [fields.key!, '改过', '朱明远', '13800001111']) expect(stored).not.toContain(secret)
    expect((await shown(to)).answers!.values).toMatchObject({ body: '改过' })
    expect((await shown(to)).answers!.values).not.toHaveProperty('other')
  })

  test('are gone from the table with the receipt; going back shows the comment, and sending it again gives the same receipt', async () => {
    const { consultation } = await anOpenConsultation({ access: 'contact' })
    const to = await checkedAt(consultation.slug, said({ replacement: '改为：“应当公示”。' }), '?article=art-1')
    const before = (await shown(to)).answers!
    const receipt = await post(submit, consultation.slug, before.values, { query: '?article=art-1' })
    expect(receipt.status).toBe(303)
    expect(await db.$count(checkedAnswers)).toBe(0)
    const after = (await shown(to)).answers!
    expect(after).toEqual({ sent: true, values: before.values })
    const again = await post(submit, consultation.slug, after.values, { query: '?article=art-1' })
    expect(again.headers.get('Location')).toBe(receipt.headers.get('Location'))
    expect(await db.$count(comments)).toBe(1)
  })

  test('are shown for an hour, sent or not, and swept after it', async () => {
    const { consultation } = await anOpenConsultation()
    const [waiting, sent] = [said(), said()]
    const pages = [await checkedAt(consultation.slug, waiting), await checkedAt(consultation.slug, sent)]
    await post(submit, consultation.slug, sent)
    await setClock('59 minutes')
    await forgetChecked()
    for (const page of pages) expect((await shown(page)).status).toBe(200)
    await setClock('61 minutes')
    for (const page of pages) expect(await shown(page)).toMatchObject({ status: 404, answers: null })
    expect(await db.$count(checkedAnswers)).toBe(1)
    await forgetChecked()
    expect(await db.$count(checkedAnswers)).toBe(0)
  })

  test('are not shown under another consultation or article, nor for a key that is none', async () => {
    const { consultation } = await anOpenConsultation()
    const other = await anOpenConsultation()
    const fields = said()
    const to = await checkedAt(consultation.slug, fields, '?article=art-1')
    const elsewhere = [to.replace(consultation.slug, other.consultation.slug), to.replace('art-1', 'art-2'), to.split('?')[0]!]
    for (const page of elsewhere) expect((await shown(page)).answers).toBeNull()
    await post(submit, consultation.slug, fields, { query: '?article=art-1' })
    for (const page of elsewhere) expect((await shown(page)).answers).toBeNull()
    for (const key of ['x', '\0'.repeat(22), '%00', "' or 1=1 --"]) expect((await shown(to.replace(fields.key!, key))).answers).toBeNull()
  })

  test('a clerk’s entry is no page to come back to, and an account’s contact is not put into a form', async () => {
    const { consultation, staff } = await anOpenConsultation()
    const [formKey, own] = [aKey(), aKey()]
    const entry = { ...aSubmission(consultation.id), viewer: staff, channel: 'paper' as const, receivedAt: await databaseNow(), formKey }
    expect(await enterComment(entry)).toMatchObject({ ok: true })
    expect(await answersOf({ id: consultation.id, about: null }, formKey)).toBeNull()
    const viewer = await aViewer('resident')
    await db
      .update(accounts)
      .set({ email: seal('zhu@example.org') })
      .where(eq(accounts.id, viewer.id))
    await submitComment(aSubmission(consultation.id, { viewer, formKey: own }))
    expect(await db.$count(comments, isNotNull(comments.contact))).toBe(1)
    expect(await answersOf({ id: consultation.id, about: null }, own)).toMatchObject({ sent: true, values: { contact: '' } })
  })

  test('by the hundred from one address are still shown, but no longer kept; a neighbour’s are', async () => {
    const { consultation } = await anOpenConsultation()
    const kept = async (client: string) => (await post(check, consultation.slug, said(), { client })).status
    for (let at = 0; at < 300; at++) expect(await kept('flood')).toBe(303)
    const one = said({ body: '好' })
    const answer = await post(check, consultation.slug, one, { client: 'flood' })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ checked: true, turn: { values: one } })
    expect(await db.$count(checkedAnswers)).toBe(300)
    expect(await kept('neighbour')).toBe(303)
  })

  test.skipIf(!haveHostile)('come back letter for letter, whatever was typed', { timeout: 120_000 }, async () => {
    const { consultation } = await anOpenConsultation()
    for (const body of new Set(hostileTexts())) {
      const answer = await post(check, consultation.slug, { key: aKey(), body }, { client: aKey() })
      if (answer.status === 303) {
        const { answers } = await shown(answer.headers.get('Location')!)
        expect(answers!.values.body).toBe(body.replace(/\r\n?/g, '\n'))
      } else expect(answer.status).toBe(422)
    }
  })
})
