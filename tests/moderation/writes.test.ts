import { describe, expect, it } from 'vitest'
import { db } from '#db/connection.server'
import { outbox } from '#db/schema/messages'
import { objections } from '#db/schema/moderation'
import { record } from '#db/schema/record'
import { publicComments } from '~/comments/reads.server'
import { withdrawComment } from '~/comments/writes.server'
import { block } from '~/moderation/redaction'
import { decisionForAuthor, historyOf, moderationOf, nextWaiting, queueCounts, queuePage } from '~/moderation/reads.server'
import { answerObjection, decideComment, objectByReceipt, publishClean, type Verdict } from '~/moderation/writes.server'
import { ownerSql, useDatabase } from '../support/database'
import { aDepartment, aViewer } from '../support/people'
import { aComment, anOpenConsultation } from './given'

useDatabase()

const verdict = (values: Partial<Verdict> = {}): Verdict => ({
  visibility: 'published',
  reason: '',
  note: '',
  publicBody: '',
  publicReplacement: '',
  seenVersion: 0,
  why: '',
  ...values,
})
const withheld = (values: Partial<Verdict> = {}) => verdict({ visibility: 'withheld', reason: 'insult', ...values })

async function aCommentIn(body = '同意，建议加上遛狗时间。', more: Parameters<typeof aComment>[2] = {}) {
  const consultation = await anOpenConsultation()
  const moderator = await aViewer('moderator', consultation.departmentId)
  const { number, code } = await aComment(consultation.id, body, more)
  return { consultation, moderator, number, code, place: { consultationId: consultation.id, number } }
}

describe('a decision', () => {
  it('a comment is public only once somebody has published it', async () => {
    const { consultation, moderator, place } = await aCommentIn()
    expect(await publicComments(consultation.id, { limit: 9 })).toEqual([])
    expect(await decideComment(moderator, place, verdict())).toEqual({ ok: true })
    expect(await publicComments(consultation.id, { limit: 9 })).toMatchObject([
      { number: 1, visibility: 'published', body: '同意，建议加上遛狗时间。' },
    ])
  })

  it('a redacted comment is shown covered, the office keeps the original', async () => {
    const { consultation, moderator, place } = await aCommentIn('请打13800138000，我有照片。')
    const publicBody = `请打${block('手机号')}，我有照片。`
    expect(await decideComment(moderator, place, verdict({ visibility: 'redacted', reason: 'personal-data', publicBody }))).toEqual({
      ok: true,
    })
    expect(await publicComments(consultation.id, { limit: 9 })).toMatchObject([
      { visibility: 'redacted', reason: 'personal-data', body: publicBody },
    ])
    const page = await queuePage(consultation.id, 'redacted', {})
    expect(page.rows[0]!.body).toContain('13800138000')
  })

  it('a redaction that changes a word is refused', async () => {
    const { moderator, place } = await aCommentIn('不同意，请打13800138000。')
    const rewritten = verdict({ visibility: 'redacted', reason: 'personal-data', publicBody: `同意，请打${block('手机号')}。` })
    expect(await decideComment(moderator, place, rewritten)).toEqual({ ok: false, why: 'words-changed' })
    expect(await moderationOf(place.consultationId, place.number)).toBeNull()
  })

  it('each act leaves its line in the record, without the words of the comment', async () => {
    const { consultation, moderator, place } = await aCommentIn('你们都是一群某某，13800138000')
    await decideComment(moderator, place, withheld({ note: '含人身攻击' }))
    await decideComment(moderator, place, verdict({ seenVersion: 1, why: '复核后认为不属于辱骂' }))
    const history = await historyOf(consultation.id, place.number)
    expect(history.map((line) => [line.act, line.why])).toEqual([
      ['comment-moderation-changed', '复核后认为不属于辱骂'],
      ['comment-withheld', '含人身攻击'],
    ])
    expect(JSON.stringify(await db.select().from(record))).not.toContain('某某')
  })

  it('changing a decision needs a reason', async () => {
    const { moderator, place } = await aCommentIn()
    await decideComment(moderator, place, withheld())
    expect(await decideComment(moderator, place, verdict({ seenVersion: 1 }))).toEqual({ ok: false, why: 'change-without-reason' })
  })

  it('a withdrawn comment is not decided', async () => {
    const { moderator, place, code } = await aCommentIn()
    await withdrawComment(code)
    expect(await decideComment(moderator, place, verdict())).toEqual({ ok: false, why: 'withdrawn' })
  })

  it('nobody decides in another department, and no resident or auditor decides', async () => {
    const { place, consultation } = await aCommentIn()
    const elsewhere = await aDepartment('水利局')
    expect(await decideComment(await aViewer('moderator', elsewhere.id), place, verdict())).toEqual({
      ok: false,
      why: 'not-your-department',
    })
    expect(await decideComment(await aViewer('auditor'), place, verdict())).toEqual({ ok: false, why: 'not-your-role' })
    expect(await decideComment(await aViewer('resident'), place, verdict())).toEqual({ ok: false, why: 'not-your-role' })
    expect(await publishClean(await aViewer('moderator', elsewhere.id), consultation, [1])).toBe(0)
    expect(await publicComments(consultation.id, { limit: 9 })).toEqual([])
  })
})

describe('two moderators at once', () => {
  it('only one first decision counts, the other is told', async () => {
    const { place, moderator, consultation } = await aCommentIn()
    const colleague = await aViewer('moderator', consultation.departmentId)
    const both = await Promise.all([decideComment(moderator, place, verdict()), decideComment(colleague, place, withheld())])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.filter((one) => !one.ok)).toEqual([{ ok: false, why: 'decided-meanwhile' }])
    expect(await historyOf(consultation.id, place.number)).toHaveLength(1)
  })

  it('a change made on an older decision is refused and overwrites nothing', async () => {
    const { place, moderator, consultation } = await aCommentIn()
    const colleague = await aViewer('moderator', consultation.departmentId)
    await decideComment(moderator, place, verdict())
    const both = await Promise.all([
      decideComment(moderator, place, withheld({ seenVersion: 1, why: '甲' })),
      decideComment(colleague, place, withheld({ seenVersion: 1, why: '乙' })),
    ])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect((await moderationOf(consultation.id, place.number))!.version).toBe(2)
  })

  it('negative control: the very same decision goes through once the other one was seen', async () => {
    const { place, moderator } = await aCommentIn()
    await decideComment(moderator, place, verdict())
    expect(await decideComment(moderator, place, withheld({ seenVersion: 0, why: '甲' }))).toEqual({ ok: false, why: 'decided-meanwhile' })
    expect(await decideComment(moderator, place, withheld({ seenVersion: 1, why: '甲' }))).toEqual({ ok: true })
  })
})

describe('publishing the clean ones of a page', () => {
  it('publishes only those in which nothing was pointed out, and never one decided meanwhile', async () => {
    const { consultation, moderator, place } = await aCommentIn()
    await aComment(consultation.id, '请打13800138000')
    await aComment(consultation.id, '支持')
    await aComment(consultation.id, '反对', { replacement: '联系 a@example.cn' })
    await decideComment(moderator, place, withheld())
    expect(await publishClean(moderator, consultation, [1, 2, 3, 4, 99])).toBe(1)
    expect((await publicComments(consultation.id, { limit: 9 })).map((row) => [row.number, row.visibility])).toEqual([
      [3, 'published'],
      [1, 'withheld'],
    ])
    expect(await queueCounts(consultation.id)).toEqual({ waiting: 2, published: 1, redacted: 0, withheld: 1, objections: 0 })
    expect(await nextWaiting(consultation.id, 3)).toBe(4)
    expect(await nextWaiting(consultation.id, 4)).toBe(2)
  })
})

describe('the author', () => {
  const contact = { kind: 'phone', address: '13900139000' } as const
  it('is told when something was hidden and a contact exists, and not when it was published', async () => {
    const { consultation, moderator, place } = await aCommentIn('支持', { contact })
    await decideComment(moderator, place, verdict())
    expect((await db.select().from(outbox)).filter((row) => row.template === 'moderated')).toHaveLength(0)
    await decideComment(moderator, place, withheld({ seenVersion: 1, why: '复核' }))
    expect((await db.select().from(outbox)).filter((row) => row.template === 'moderated')).toMatchObject([
      { way: 'call', recipientKind: 'phone', departmentId: consultation.departmentId },
    ])
  })

  it('objects once at a time, and only against something hidden', async () => {
    const { moderator, place, code } = await aCommentIn()
    expect(await objectByReceipt(code, '为什么')).toEqual({ ok: false, why: 'nothing-to-object' })
    await decideComment(moderator, place, withheld())
    const both = await Promise.all([objectByReceipt(code, '一'), objectByReceipt(code, '二')])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(await objectByReceipt(code, '三')).toEqual({ ok: false, why: 'one-is-open' })
    expect(await objectByReceipt('0000-0000-0000-0000', '四')).toEqual({ ok: false, why: 'unknown' })
  })

  it('reads decision and answer at the receipt, but not who decided', async () => {
    const { moderator, place, code } = await aCommentIn()
    await decideComment(moderator, place, withheld({ note: '请另行反映' }))
    await objectByReceipt(code, '我没有骂人')
    const seen = await decisionForAuthor(place.consultationId, place.number)
    expect(seen).toMatchObject({
      visibility: 'withheld',
      reason: 'insult',
      note: '请另行反映',
      objections: [{ text: '我没有骂人', outcome: null }],
    })
    expect(JSON.stringify(seen)).not.toContain(moderator.id)
  })
})

describe('an objection', () => {
  async function objected() {
    const given = await aCommentIn('说得重了一点', { contact: { kind: 'phone', address: '13900139000' } })
    await decideComment(given.moderator, given.place, withheld())
    await objectByReceipt(given.code, '这不是辱骂')
    const [objection] = await db.select().from(objections)
    return { ...given, id: objection!.id, colleague: await aViewer('publisher', given.consultation.departmentId) }
  }

  it('is never answered by the person who decided', async () => {
    const { moderator, id } = await objected()
    expect(await answerObjection(moderator, id, { answer: '维持', publish: false })).toEqual({ ok: false, why: 'own-decision' })
    expect((await db.select().from(objections))[0]!.answer).toBeNull()
  })

  it('negative control: the database itself refuses the same person', async () => {
    const { moderator, id } = await objected()
    const direct = ownerSql`update objections set answer = 'x', outcome = 'kept', answered_at = app_now(), answered_by = ${moderator.id} where id = ${id}`
    await expect(direct).rejects.toThrow(/objections_two_people/)
  })

  it('upheld: the comment is published as written, the author is told, both acts are recorded', async () => {
    const { colleague, id, consultation, place } = await objected()
    expect(await answerObjection(colleague, id, { answer: '您说得对', publish: true })).toEqual({ ok: true })
    expect(await publicComments(consultation.id, { limit: 9 })).toMatchObject([{ visibility: 'published', body: '说得重了一点' }])
    expect((await decisionForAuthor(consultation.id, place.number))!.objections).toMatchObject([{ outcome: 'changed', answer: '您说得对' }])
    expect((await db.select().from(outbox)).map((row) => row.template)).toContain('objection-answered')
    expect((await db.select().from(record)).map((row) => row.act)).toEqual(
      expect.arrayContaining(['objection-answered', 'comment-moderation-changed']),
    )
  })

  it('kept: nothing becomes public, and it is answered once', async () => {
    const { colleague, id, consultation, code } = await objected()
    expect(await answerObjection(colleague, id, { answer: '维持', publish: false })).toEqual({ ok: true })
    expect(await answerObjection(colleague, id, { answer: '又', publish: true })).toEqual({ ok: false, why: 'answered' })
    expect(await publicComments(consultation.id, { limit: 9 })).toMatchObject([{ visibility: 'withheld', body: null }])
    expect(await objectByReceipt(code, '再次异议')).toEqual({ ok: true })
  })

  it('is not there for another department', async () => {
    const { id } = await objected()
    const elsewhere = await aDepartment('水利局')
    expect(await answerObjection(await aViewer('publisher', elsewhere.id), id, { answer: '维持', publish: false })).toEqual({
      ok: false,
      why: 'not-your-department',
    })
  })
})
