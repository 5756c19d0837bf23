import { randomBytes, randomUUID } from 'node:crypto'
import { db } from '#db/connection.server'
import { articles, consultations } from '#db/schema/consultations'
import type { AppLoadContext } from '@remix-run/node'
import { unnamedCounty } from '~/county/rules'
import { databaseNow } from '~/web/clock.server'
import type { Submission } from '~/comments/writes.server'
import { aDepartment, aViewer } from '../support/people'

export const aKey = () => randomBytes(16).toString('base64url')

const DAY = 86_400_000

type Values = Partial<typeof consultations.$inferInsert> & { articles?: number }

/** A published consultation that opened ten days ago and runs for thirty more; three articles unless told otherwise. */
export async function anOpenConsultation({ articles: count = 3, ...values }: Values = {}) {
  const now = await databaseNow()
  const department = await aDepartment()
  const staff = await aViewer('staff', department.id)
  const publisher = await aViewer('publisher', department.id)
  const [consultation] = await db
    .insert(consultations)
    .values({
      slug: `c-${randomUUID().slice(0, 8)}`,
      departmentId: department.id,
      title: '住宅物业管理办法（征求意见稿）',
      access: 'nothing',
      preparedBy: staff.id,
      submittedAt: now,
      submittedBy: staff.id,
      publishedAt: new Date(now.getTime() - 10 * DAY),
      publishedBy: publisher.id,
      opensAt: new Date(now.getTime() - 10 * DAY),
      closesAt: new Date(now.getTime() + 30 * DAY),
      ...values,
    })
    .returning()
  const units = Array.from({ length: count }, (_, index) => ({
    consultationId: consultation!.id,
    position: index + 1,
    anchor: `art-${index + 1}`,
    kind: 'article',
    level: 1,
    label: `第${index + 1}条`,
    title: '',
    body: `第${index + 1}条 内容。`,
    commentable: true,
  }))
  const drafted = count === 0 ? [] : await db.insert(articles).values(units).returning()
  return { consultation: consultation!, articles: drafted, staff, publisher, department }
}

/** A resident's submission; only what matters to a test is named in it. */
export const aSubmission = (consultationId: number, values: Partial<Submission> = {}): Submission => ({
  consultationId,
  viewer: null,
  lang: 'zh-CN',
  articleId: null,
  stance: null,
  body: '建议写明收费标准。',
  replacement: '',
  name: '',
  contact: null,
  formKey: aKey(),
  ...values,
})

/** What the front door gives every loader and action. */
export const aContext = (values: Partial<AppLoadContext> = {}): AppLoadContext => ({
  lang: 'zh-CN',
  display: 'standard',
  county: unnamedCounty,
  viewer: null,
  requestId: 'test',
  path: '/',
  origin: 'http://localhost',
  client: randomUUID(),
  ...values,
})

export const aPost = (path: string, fields: Record<string, string | File>) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return new Request(`http://localhost${path}`, { method: 'POST', body })
}
