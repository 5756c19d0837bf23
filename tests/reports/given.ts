import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { db } from '#db/connection.server'
import { articles, consultations } from '#db/schema/consultations'
import type { Viewer } from '~/accounts/rules'
import type { Contact } from '~/comments/rules'
import { enterComment, submitComment } from '~/comments/writes.server'
import { candidateOf, publishReport, saveStatement, submitReport } from '~/reports/writes.server'
import { workOf } from '~/reports/desk-reads.server'
import { decidePoint, sortComments, type PointContent } from '~/reports/point-writes.server'
import { setClock } from '../support/database'
import { aCounty, aDepartment, atTheKeyboard, aViewer } from '../support/people'

const days = (count: number) => sql`app_now() + make_interval(days => ${count})`

/** An open consultation of two articles, a staff member and a publisher of its department. */
export async function anOpenConsultation(given: Partial<typeof consultations.$inferInsert> = {}) {
  await aCounty()
  const department = await aDepartment()
  const [staff, publisher, approver] = [
    await aViewer('staff', department.id),
    await aViewer('publisher', department.id),
    await aViewer('publisher', department.id),
  ]
  const [row] = await db
    .insert(consultations)
    .values({
      slug: `c-${randomUUID().slice(0, 8)}`,
      departmentId: department.id,
      title: '清河县电动自行车停放充电管理办法',
      opensAt: days(-35) as never,
      closesAt: days(5) as never,
      access: 'nothing',
      preparedBy: staff.id,
      submittedBy: staff.id,
      publishedAt: days(-35) as never,
      publishedBy: approver.id,
      ...given,
    })
    .returning()
  const units = await db
    .insert(articles)
    .values(
      [1, 2].map((n) => ({
        consultationId: row!.id,
        position: n,
        anchor: `a${n}`,
        kind: 'article',
        level: 1,
        label: `第${'一二'[n - 1]}条`,
        title: '',
        body: `第${'一二'[n - 1]}条 原文。`,
        commentable: true,
      })),
    )
    .returning()
  return { id: row!.id, slug: row!.slug, articles: units, department, staff, publisher, desk: { viewer: staff, consultationId: row!.id } }
}

export type Given = Awaited<ReturnType<typeof anOpenConsultation>>

export async function say(given: Given, body: string, more: { articleId?: number; contact?: Contact } = {}) {
  const said = await submitComment({
    consultationId: given.id,
    viewer: null,
    formKey: randomUUID(),
    body,
    articleId: null,
    stance: null,
    replacement: '',
    name: '',
    contact: null,
    lang: 'zh-CN',
    ...more,
  })
  if (!said.ok) throw new Error(said.why)
  return said
}

export const enter = (given: Given, body: string, receivedAt: Date) =>
  enterComment({
    consultationId: given.id,
    viewer: given.staff,
    channel: 'paper',
    receivedAt,
    formKey: randomUUID(),
    body,
    articleId: null,
    stance: null,
    replacement: '',
    name: '',
    contact: null,
    lang: 'zh-CN',
  })

/** A consultation that has closed with these comments, numbered from 1. */
export async function aClosedConsultation(bodies: string[] = []) {
  const given = await anOpenConsultation()
  for (const body of bodies) await say(given, body)
  await setClock('10 days')
  return given
}

export async function sortInto(given: Given, number: number, summary = `意见 ${number}`) {
  const sorted = await sortComments(given.desk, { numbers: [number], into: [], newPoint: { summary, articleId: null } })
  if (!sorted.ok) throw new Error(sorted.why)
  return sorted.point!
}

export const decide = (given: Given, point: number, content: Partial<PointContent> = {}) =>
  decidePoint(given.desk, point, {
    summary: `意见点 ${point}`,
    articleId: null,
    disposition: 'not_adopted',
    reason: `理由 ${point}`,
    textBefore: '',
    textAfter: '',
    newPassage: false,
    ...content,
  })

/** What the publisher has on the screen. */
export const seenBy = async ({ id }: Given) => (await candidateOf(id, await workOf(id))).seen

export async function submit(given: Given) {
  await saveStatement(given.desk, '感谢参与')
  return submitReport(given.desk)
}

export const publish = async (given: Given, viewer: Viewer = given.publisher) =>
  publishReport({ viewer: await atTheKeyboard(viewer), consultationId: given.id }, await seenBy(given))

/** A published report: one comment, one point. */
export async function aPublishedReport(bodies = ['充电桩不够']) {
  const given = await aClosedConsultation(bodies)
  for (const [index] of bodies.entries()) await decide(given, await sortInto(given, index + 1))
  const submitted = await submit(given)
  const published = await publish(given)
  if (!submitted.ok || !published.ok) throw new Error(JSON.stringify([submitted, published]))
  return { ...given, digest: published.digest }
}
