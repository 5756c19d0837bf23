import { randomBytes } from 'node:crypto'
import { db } from '#db/connection.server'
import { liveQuestions, liveSessions } from '#db/schema/live'
import type { Viewer } from '~/accounts/rules'
import { askQuestion } from '~/live/asking-writes.server'
import { publishQuestion } from '~/live/moderation-writes.server'
import type { Participant } from '~/live/participant.server'
import { addAnswerer, createSession, takeStep, type Session } from '~/live/session-writes.server'
import { databaseNow } from '~/web/clock.server'
import { aDepartment, aViewer } from '../support/people'
import { and, eq } from 'drizzle-orm'
import { liveAnswerers } from '#db/schema/live'

const HOUR = 3_600_000

export const aKey = () => randomBytes(16).toString('base64url')

export const aSessionForm = async (values: Partial<Session> = {}): Promise<Session> => {
  const now = await databaseNow()
  return {
    title: '停车难怎么办',
    lang: 'zh-CN',
    summary: '',
    houseRules: '',
    openDayId: null,
    consultationId: null,
    startsAt: new Date(now.getTime() + HOUR),
    endsAt: new Date(now.getTime() + 2 * HOUR),
    naming: 'either',
    premoderated: true,
    questionsMost: 5,
    answerWithinDays: 10,
    ...values,
  }
}

/** A session that is on, with its hosts and one answerer. */
export async function anOpenSession(values: Partial<Session> = {}) {
  const department = await aDepartment()
  const moderator = await aViewer('moderator', department.id)
  const staff = await aViewer('staff', department.id)
  const made = await createSession(moderator, department.id, await aSessionForm(values))
  if (!made.ok) throw new Error(made.why)
  await addAnswerer(moderator, made.id, { departmentId: department.id, name: '李明', office: '停车管理科科长' })
  for (const step of ['announced', 'open'] as const) await takeStep(moderator, made.id, step)
  const [answerer] = await db.select().from(liveAnswerers).where(eq(liveAnswerers.sessionId, made.id))
  return { id: made.id, code: made.code, department, moderator, staff, answerer: answerer! }
}

export const aGuest = (): Participant => ({ key: aKey(), resident: false })
export const aResident = (): Participant => ({ key: aKey(), resident: true })

type Asking = { participant?: Participant; body?: string; name?: string; formKey?: string }

export async function aQuestion(
  sessionId: number,
  { participant = aGuest(), body = '晚上车停哪里？', name = '', formKey = aKey() }: Asking = {},
) {
  const asked = await askQuestion({ sessionId, participant, body, name, formKey })
  if (!asked.ok) throw new Error(asked.why)
  return asked.number
}

/** Asked and out. */
export async function aPublished(sessionId: number, moderator: Viewer, given: Asking = {}) {
  const number = await aQuestion(sessionId, given)
  const shown = await publishQuestion(moderator, { sessionId, number, version: 1 })
  if (!shown.ok) throw new Error(shown.why)
  return number
}

export const questionRow = async (sessionId: number, number: number) =>
  (
    await db
      .select()
      .from(liveQuestions)
      .where(and(eq(liveQuestions.sessionId, sessionId), eq(liveQuestions.number, number)))
  )[0]!

export const sessionRow = async (id: number) => (await db.select().from(liveSessions).where(eq(liveSessions.id, id)))[0]!
