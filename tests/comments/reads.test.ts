import { describe, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { moderations } from '#db/schema/moderation'
import {
  articlesWithComments,
  channelCounts,
  commentForDesk,
  commentsForDesk,
  participantCount,
  publicCommentCounts,
  publicComments,
  receiptByCode,
} from '~/comments/reads.server'
import { ownComments } from '~/comments/own-reads.server'
import { commentedOn } from '~/comments/form-reads.server'
import { enterComment, submitComment, withdrawComment, type Submission } from '~/comments/writes.server'
import { databaseNow } from '~/web/clock.server'
import { setClock, useDatabase } from '../support/database'
import { aViewer } from '../support/people'
import { aKey, anOpenConsultation, aSubmission } from './given'

useDatabase()

type Given = Awaited<ReturnType<typeof anOpenConsultation>>

async function said({ consultation }: Given, body: string, values: Partial<Submission> = {}) {
  const sent = await submitComment(aSubmission(consultation.id, { body, ...values }))
  if (!sent.ok) throw new Error(sent.why)
  return sent
}

type Visible = 'published' | 'redacted' | 'withheld'
const seen = ({ consultation, publisher }: Given, number: number, visibility: Visible) =>
  db.insert(moderations).values({
    consultationId: consultation.id,
    number,
    visibility,
    reason: visibility === 'published' ? '' : 'personal-data',
    publicBody: visibility === 'redacted' ? '遮住了' : null,
    decidedBy: publisher.id,
  })

describe('what the public may read', () => {
  test('nothing before a moderator has seen it; then the words, the covered words, or only the tombstone', async () => {
    const given = await anOpenConsultation()
    for (const body of ['原样', '打我电话13800001111', '骂人', '还没人看'])
      await said(given, body, { name: '朱明远', replacement: `${body}的改法` })
    await seen(given, 1, 'published')
    await seen(given, 2, 'redacted')
    await seen(given, 3, 'withheld')
    expect(await publicComments(given.consultation.id, { limit: 9 })).toMatchObject([
      { number: 3, visibility: 'withheld', reason: 'personal-data', body: null, replacement: null, displayName: '' },
      { number: 2, visibility: 'redacted', reason: 'personal-data', body: '遮住了', replacement: '', displayName: '朱**' },
      { number: 1, visibility: 'published', reason: '', body: '原样', replacement: '原样的改法', displayName: '朱**' },
    ])
  })

  test('of a withdrawn comment only that it was withdrawn', async () => {
    const given = await anOpenConsultation()
    const { code } = await said(given, '不想说了', { name: '朱明远' })
    await seen(given, 1, 'published')
    await withdrawComment(code)
    const [row] = await publicComments(given.consultation.id, { limit: 9 })
    expect(row).toMatchObject({ visibility: 'withdrawn', body: null, replacement: null, displayName: '', reason: '' })
    expect(JSON.stringify(row)).not.toContain('不想说了')
    expect(await publicCommentCounts(given.consultation.id)).toEqual(new Map())
  })

  test('page after page without gaps or repeats, and for one article alone', async () => {
    const given = await anOpenConsultation()
    for (let at = 0; at < 7; at++) {
      await said(given, `第${at}件`, { articleId: at % 2 ? given.articles[0]!.id : null })
      await seen(given, at + 1, 'published')
    }
    const pages = []
    for (let before: number | undefined; ;) {
      const rows = await publicComments(given.consultation.id, { before, limit: 3 })
      if (rows.length === 0) break
      pages.push(rows.map((row) => row.number))
      before = rows.at(-1)!.number
    }
    expect(pages).toEqual([[7, 6, 5], [4, 3, 2], [1]])
    const onArticle = await publicComments(given.consultation.id, { articleId: given.articles[0]!.id, limit: 9 })
    expect(onArticle.map((row) => [row.number, row.anchor])).toEqual([
      [6, 'art-1'],
      [4, 'art-1'],
      [2, 'art-1'],
    ])
    expect(await publicCommentCounts(given.consultation.id)).toEqual(
      new Map([
        [null, 4],
        [given.articles[0]!.id, 3],
      ]),
    )
    expect((await articlesWithComments(given.consultation.id)).map((each) => each.anchor)).toEqual(['art-1'])
    await said(given, '不予公开的一件')
    await seen(given, 8, 'withheld')
    expect((await publicCommentCounts(given.consultation.id)).get(null)).toBe(4)
  })

  test('never another consultation’s comments', async () => {
    const [one, two] = [await anOpenConsultation(), await anOpenConsultation()]
    await said(one, '一')
    await seen(one, 1, 'published')
    expect(await publicComments(two.consultation.id, { limit: 9 })).toEqual([])
  })
})

describe('what the office sees', () => {
  test('the words as sent, the name, and of the contact only enough to recognise it', async () => {
    const given = await anOpenConsultation()
    await said(given, '原话', { name: '朱明远', contact: { kind: 'phone', address: '13800001111' }, articleId: given.articles[2]!.id })
    const row = await commentForDesk(given.consultation.id, 1)
    expect(row).toMatchObject({
      body: '原话',
      authorName: '朱明远',
      contactMasked: '138****1111',
      visibility: null,
      article: { label: '第3条' },
    })
    expect(JSON.stringify(row)).not.toContain('13800001111')
    expect(row).not.toHaveProperty('receiptSealed')
    expect(await commentForDesk(given.consultation.id, 2)).toBeNull()
  })

  test('lists by what is still to do', async () => {
    const given = await anOpenConsultation()
    for (const body of ['一', '二', '三']) await said(given, body)
    await seen(given, 2, 'published')
    const numbers = async (wanted: Partial<Parameters<typeof commentsForDesk>[1]>) =>
      (await commentsForDesk(given.consultation.id, { limit: 9, ...wanted })).map((row) => row.number)
    expect(await numbers({ moderated: false })).toEqual([1, 3])
    expect(await numbers({ moderated: true })).toEqual([2])
    expect(await numbers({ fate: null, after: 1 })).toEqual([2, 3])
    expect(await numbers({ fate: 'in_points' })).toEqual([])
    expect(await numbers({ numbers: [3, 1], channel: 'web', articleId: null })).toEqual([1, 3])
    expect(await numbers({ limit: 1 })).toEqual([1])
  })
})

test('figures by channel: late ones in rows of their own; people are told apart by contact, the nameless one by one', async () => {
  const given = await anOpenConsultation()
  const phone = { kind: 'phone', address: '13800001111' } as const
  await said(given, '一', { contact: phone })
  await said(given, '二', { contact: phone })
  await withdrawComment((await said(given, '三')).code)
  await said(given, '四')
  await setClock('40 days')
  const letter = {
    consultationId: given.consultation.id,
    viewer: given.staff,
    articleId: null,
    stance: null,
    body: '信',
    replacement: '',
    name: '',
    contact: null,
    lang: 'zh-CN',
    channel: 'mail',
  } as const
  await enterComment({ ...letter, formKey: aKey(), receivedAt: await databaseNow() })
  await enterComment({ ...letter, formKey: aKey(), receivedAt: given.consultation.closesAt! })
  expect(await channelCounts(given.consultation.id)).toMatchObject([
    { channel: 'web', late: false, received: 4, withdrawn: 1, open: 3, inPoints: 0, inadmissible: 0 },
    { channel: 'mail', late: false, received: 1, open: 1 },
    { channel: 'mail', late: true, received: 1, open: 1 },
  ])
  expect(await participantCount(given.consultation.id)).toBe(5)
})

test('a receipt opens with its code only', async () => {
  const given = await anOpenConsultation()
  const { code } = await said(given, '一')
  expect((await receiptByCode(code))?.consultation.id).toBe(given.consultation.id)
  for (const wrong of ['', code.slice(0, -1), code.replace(/.$/, (last) => (last === '0' ? '2' : '0')), "' or 1=1 --", '\u0000'])
    expect(await receiptByCode(wrong)).toBeNull()
})

test('the form knows of published consultations and commentable articles only', async () => {
  const given = await anOpenConsultation({ publishedAt: null, publishedBy: null })
  expect(await commentedOn(given.consultation.slug, null, null)).toBeNull()
  const open = await anOpenConsultation()
  expect(await commentedOn(open.consultation.slug, 'art-2', null)).toMatchObject({ about: { label: '第2条' }, why: null })
  expect(await commentedOn(open.consultation.slug, 'art-9', null)).toBeNull()
})

describe('what somebody sees in their account', () => {
  test('their own comments with the way to each receipt, and nobody else’s', async () => {
    const given = await anOpenConsultation()
    const [viewer, other] = [await aViewer('resident'), await aViewer('resident')]
    const first = await said(given, '一', { viewer })
    await setClock('1 minute')
    const second = await said(given, '二', { viewer, articleId: given.articles[0]!.id })
    await said(given, '三', { viewer: other })
    await said(given, '四')
    await withdrawComment(first.code)
    expect(await ownComments(viewer.id)).toMatchObject([
      { code: second.code, number: 2, article: { label: '第1条' }, stands: 'open' },
      { code: first.code, number: 1, article: null, stands: 'withdrawn' },
    ])
    await setClock('31 days')
    expect((await ownComments(viewer.id))[0]!.stands).toBe('closed')
    expect(await ownComments(given.staff.id)).toEqual([])
  })
})
