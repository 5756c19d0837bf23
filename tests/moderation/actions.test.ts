import type { AppLoadContext } from '@remix-run/node'
import { describe, expect, it } from 'vitest'
import type { Viewer } from '~/accounts/rules'
import { publicComments } from '~/comments/reads.server'
import { action as answer, loader as answerPage } from '~/moderation/desk/answer-objection'
import { action as decide, loader as decidePage } from '~/moderation/desk/decide'
import { action as publishClean } from '~/moderation/desk/publish-clean'
import { loader as queue } from '~/moderation/desk/queue'
import { action as object, loader as objectPage } from '~/moderation/pages/objection'
import { db } from '#db/connection.server'
import { objections } from '#db/schema/moderation'
import { useDatabase } from '../support/database'
import { aDepartment, aViewer } from '../support/people'
import { aComment, anOpenConsultation } from './given'

useDatabase()

type Handler = (given: { request: Request; params: Record<string, string>; context: AppLoadContext }) => Promise<unknown>

/** The answer as the framework sees it; a thrown response is one, too. */
async function ask(handler: unknown, viewer: Viewer | null, params: Record<string, string | number>, form?: Record<string, string>) {
  const request = new Request('https://kaimen.example.cn/x', form ? { method: 'POST', body: new URLSearchParams(form) } : {})
  const context = { viewer, path: '/x', lang: 'zh-CN' } as unknown as AppLoadContext
  const named = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))
  try {
    return (await (handler as Handler)({ request, params: named, context })) as Response
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
}

async function given() {
  const consultation = await anOpenConsultation()
  const { number, code } = await aComment(consultation.id, '话说得重了一点')
  const moderator = await aViewer('moderator', consultation.departmentId)
  return { consultation, number, code, moderator, at: { id: consultation.id, number } }
}

const withhold = { visibility: 'withheld', reason: 'insult', note: '', seenVersion: '0' }

describe('the moderation desk', () => {
  it('is not there for another department, forbidden to other roles, and asks strangers to sign in', async () => {
    const { consultation, at, moderator } = await given()
    const elsewhere = await aViewer('moderator', (await aDepartment('水利局')).id)
    const administrator = await aViewer('administrator')
    for (const [handler, form] of [[queue], [decidePage], [decide, withhold], [publishClean, { number: '1' }]] as const) {
      expect((await ask(handler, elsewhere, at, form)).status).toBe(404)
      expect((await ask(handler, administrator, at, form)).status).toBe(403)
      expect((await ask(handler, null, at, form)).headers.get('Location')).toBe('/sign-in?back=%2Fx')
    }
    expect(await publicComments(consultation.id, { limit: 9 })).toEqual([])
    expect((await ask(queue, moderator, at)).status).toBe(200)
    expect((await ask(decidePage, await aViewer('auditor'), at)).status).toBe(200)
    expect((await ask(decide, await aViewer('auditor'), at, withhold)).status).toBe(403)
  })

  it('a number that is none is not there', async () => {
    const { consultation, moderator } = await given()
    for (const number of ['0', '-1', '1.5', 'x', '99999999999']) {
      expect((await ask(decidePage, moderator, { id: consultation.id, number })).status).toBe(404)
    }
  })

  it('a form without a reason is shown again with everything typed', async () => {
    const { at, moderator } = await given()
    const again = await ask(decide, moderator, at, { ...withhold, reason: '', note: '请补充' })
    expect(again.status).toBe(422)
    expect(await again.json()).toMatchObject({ state: { values: { note: '请补充' }, errors: { reason: 'moderation:error.reason' } } })
  })

  it('the second of two moderators is told so and keeps what was typed', async () => {
    const { at, moderator, consultation } = await given()
    const colleague = await aViewer('moderator', consultation.departmentId)
    expect((await ask(decide, colleague, at, { visibility: 'published', seenVersion: '0' })).status).toBe(303)
    const late = await ask(decide, moderator, at, { ...withhold, note: '含人身攻击' })
    expect(late.status).toBe(409)
    expect(await late.json()).toMatchObject({ refused: 'decided-meanwhile', state: { values: { note: '含人身攻击' } } })
    expect(await publicComments(consultation.id, { limit: 9 })).toMatchObject([{ visibility: 'published' }])
  })

  it('after a decision comes the next comment that waits, and then the queue', async () => {
    const { at, moderator, consultation } = await given()
    await aComment(consultation.id, '支持')
    expect((await ask(decide, moderator, at, withhold)).headers.get('Location')).toBe(
      `/desk/consultations/${consultation.id}/comments/2?done=1`,
    )
    const last = await ask(decide, moderator, { ...at, number: 2 }, { visibility: 'published', seenVersion: '0' })
    expect(last.headers.get('Location')).toBe(`/desk/consultations/${consultation.id}/comments?decided=2`)
  })
})

describe('an objection', () => {
  it('is made at the receipt and answered by somebody else', async () => {
    const { at, moderator, consultation, code } = await given()
    await ask(decide, moderator, at, withhold)
    expect((await ask(objectPage, null, { code })).status).toBe(200)
    expect((await ask(object, null, { code }, { text: '' })).status).toBe(422)
    expect((await ask(object, null, { code }, { text: '这不是辱骂' })).status).toBe(303)
    expect((await ask(object, null, { code }, { text: '再说一次' })).status).toBe(409)
    expect((await ask(objectPage, null, { code: '0000-0000-0000-0000' })).status).toBe(404)
    const [made] = await db.select().from(objections)
    const form = { outcome: 'publish', answer: '您说得对' }
    const elsewhere = await aViewer('publisher', (await aDepartment('水利局')).id)
    expect((await ask(answerPage, elsewhere, { objection: made!.id })).status).toBe(404)
    expect((await ask(answer, elsewhere, { objection: made!.id }, form)).status).toBe(404)
    const own = await ask(answer, moderator, { objection: made!.id }, form)
    expect(own.status).toBe(409)
    expect(await own.json()).toMatchObject({ refused: 'own-decision', state: { values: form } })
    expect((await ask(answer, consultation.publisher, { objection: made!.id }, form)).status).toBe(303)
    expect(await publicComments(consultation.id, { limit: 9 })).toMatchObject([{ visibility: 'published' }])
  })

  it('the author’s page says nothing about who decided', async () => {
    const { at, moderator, code } = await given()
    await ask(decide, moderator, at, withhold)
    expect(await (await ask(objectPage, null, { code })).text()).not.toContain(moderator.id)
  })
})
