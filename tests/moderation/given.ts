import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { db } from '#db/connection.server'
import { consultations } from '#db/schema/consultations'
import { articles } from '#db/schema/consultations'
import type { Viewer } from '~/accounts/rules'
import { submitComment } from '~/comments/writes.server'
import type { Contact } from '~/comments/rules'
import { databaseNow } from '~/web/clock.server'
import { aDepartment, aViewer } from '../support/people'

const DAY = 86_400_000

/** An open consultation of one article in a department of its own. */
export async function anOpenConsultation(values: Partial<typeof consultations.$inferInsert> = {}) {
  const department = await aDepartment()
  const [preparer, publisher] = [await aViewer('staff', department.id), await aViewer('publisher', department.id)]
  const now = await databaseNow()
  const [row] = await db
    .insert(consultations)
    .values({
      slug: `c-${randomUUID().slice(0, 8)}`,
      departmentId: department.id,
      title: '关于文明养犬的规定（征求意见稿）',
      access: 'nothing',
      nameMode: 'open',
      preparedBy: preparer.id,
      submittedAt: now,
      submittedBy: preparer.id,
      publishedAt: new Date(now.getTime() - DAY),
      publishedBy: publisher.id,
      opensAt: new Date(now.getTime() - DAY),
      closesAt: new Date(now.getTime() + 40 * DAY),
      ...values,
    })
    .returning()
  const [article] = await db
    .insert(articles)
    .values({
      consultationId: row!.id,
      position: 0,
      anchor: 'a1',
      kind: 'article',
      level: 1,
      label: '第一条',
      title: '',
      body: '为了规范养犬行为，制定本规定。',
      commentable: true,
    })
    .returning()
  return { ...row!, article: article!, staff: preparer, publisher }
}

export async function aComment(
  consultationId: number,
  body: string,
  more: { contact?: Contact; replacement?: string; name?: string; articleId?: number; viewer?: Viewer } = {},
) {
  const sent = await submitComment({
    consultationId,
    viewer: more.viewer ?? null,
    articleId: more.articleId ?? null,
    stance: 'change',
    body,
    replacement: more.replacement ?? '',
    name: more.name ?? '',
    contact: more.contact ?? null,
    lang: 'zh-CN',
    formKey: randomUUID(),
  })
  if (!sent.ok) throw new Error(sent.why)
  return sent
}

export const closeNow = (id: number, at: Date) => db.update(consultations).set({ closesAt: at }).where(eq(consultations.id, id))
