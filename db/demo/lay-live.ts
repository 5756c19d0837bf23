import { and, eq, notExists, sql } from 'drizzle-orm'
import { articles, consultations } from '#db/schema/consultations'
import { liveAnswerers, liveAnswers, liveParticipants, liveQuestions, liveSessions, liveSupports } from '#db/schema/live'
import { lookupKey } from '~/sealing.server'
import { openDays } from '#db/schema/open-days'
import { note, type Actor, type Laying } from './laying'
import { demoSessions, type DemoSession } from './live'
import { demoPeople, type PersonKey } from './people'

type Said = DemoSession['questions'][number]
type Place = {
  id: number
  content: DemoSession
  begins: Date
  staff: Actor
  people: number[]
  answerers: number[]
  consultationId: number | null
}

const MINUTE = 60_000
const after = (begins: Date, minutes: number) => new Date(begins.getTime() + minutes * MINUTE)

/** One session that is on, one that is over, one to come. Answers are only ever added to, so a session laid again is set right where it stands. */
export async function layLive(laying: Laying) {
  for (const content of demoSessions) await laySession(laying, content)
}

async function laySession(laying: Laying, content: DemoSession) {
  const { tx, now } = laying
  const { code, title, summary, over = false } = content
  const begins = after(now, content.starts)
  const staff = staffOf(laying, content.department)
  const departmentId = laying.department(content.department)
  const [about] = content.about ? await tx.select().from(consultations).where(eq(consultations.slug, content.about)) : []
  const [day] = content.openDay ? await tx.select({ id: openDays.id }).from(openDays).where(eq(openDays.slug, content.openDay)) : []
  const announced = after(content.starts > 0 ? now : begins, -1_200)
  const isOn = content.starts <= 0
  const columns = {
    ...{
      title,
      summary,
      departmentId,
      consultationId: about?.id ?? null,
      openDayId: day?.id ?? null,
      startsAt: begins,
      endsAt: after(begins, content.lasts),
    },
    ...{ createdBy: staff.id, createdAt: after(announced, -60), announcedAt: announced, announcedBy: staff.id },
    ...(isOn && { openedAt: begins, openedBy: staff.id }),
    ...(over && { endedAt: after(begins, content.lasts), endedBy: staff.id }),
  }
  const [session] = await tx
    .insert(liveSessions)
    .values({ code, ...columns })
    .onConflictDoUpdate({ target: liveSessions.code, set: { ...columns, closedAt: null, closedBy: null, seq: sql`live_sessions.seq + 1` } })
    .returning({ id: liveSessions.id })
  const { id } = session!
  const place = { id, content, begins, staff, consultationId: about?.id ?? null, ...(await layRoom(laying, id, content)) }
  const steps = [['announced', announced], ...(isOn ? [['open', begins]] : []), ...(over ? [['ended', columns.endsAt]] : [])] as [
    string,
    Date,
  ][]
  note(laying, columns.createdAt, staff, { act: 'live-created', subject: 'live', subjectId: id, departmentId })
  for (const [step, at] of steps) note(laying, at, staff, { act: `live-${step}`, subject: 'live', subjectId: id, departmentId })
  await layQuestions(laying, place)
}

const staffOf = (laying: Laying, department: string): Actor =>
  laying.person(
    (Object.keys(demoPeople) as PersonKey[]).find((key) => demoPeople[key].department === department && demoPeople[key].role === 'staff')!,
  )

/** Who answers, and who is there. */
async function layRoom({ tx, department }: Laying, sessionId: number, { answerers, residents, guests }: DemoSession) {
  const sitting = await tx.select().from(liveAnswerers).where(eq(liveAnswerers.sessionId, sessionId)).orderBy(liveAnswerers.id)
  const seats =
    sitting.length > 0
      ? sitting
      : await tx
          .insert(liveAnswerers)
          .values(answerers.map(({ name, office, department: of }) => ({ sessionId, name, office, departmentId: department(of) })))
          .returning()
  const people = await tx
    .insert(liveParticipants)
    .values(
      Array.from({ length: residents + guests }, (_, i) => ({
        ...{ sessionId, key: lookupKey(`live:${sessionId}`, `demo ${i}`), resident: i < residents },
      })),
    )
    .onConflictDoUpdate({ target: [liveParticipants.sessionId, liveParticipants.key], set: { mutedUntil: null, bannedAt: null } })
    .returning({ id: liveParticipants.id })
  return { answerers: seats.map(({ id }) => id), people: people.map(({ id }) => id) }
}

async function layQuestions(laying: Laying, place: Place) {
  const { tx } = laying
  const { id, content } = place
  const ids: number[] = []
  for (const [i, said] of content.questions.entries()) {
    const columns = await columnsOf(laying, place, said, ids)
    const [row] = await tx
      .insert(liveQuestions)
      .values({
        sessionId: id,
        number: i + 1,
        formKey: `demo-live:${id}:${i + 1}`,
        formPrint: 'demo',
        ...columns,
        seq: columns.publishedAt ? i + 1 : null,
      })
      .onConflictDoUpdate({
        target: [liveQuestions.sessionId, liveQuestions.number],
        set: {
          ...columns,
          seq: columns.publishedAt ? sql`(select seq from live_sessions where id = ${id})` : null,
          version: sql`live_questions.version + 1`,
        },
      })
      .returning({ id: liveQuestions.id })
    ids.push(row!.id)
    await laySupports(laying, place, row!.id, said)
    await layAnswer(laying, place, row!.id, said)
  }
  const numbers = content.questions.length
  await tx
    .update(liveSessions)
    .set({ lastNumber: sql`greatest(last_number, ${numbers})`, seq: sql`greatest(seq, ${numbers})`, acts: sql`acts + ${numbers}` })
    .where(eq(liveSessions.id, id))
}

async function columnsOf(laying: Laying, place: Place, said: Said, ids: number[]) {
  const { begins, staff, people, consultationId } = place
  const asked = after(begins, said.at)
  const entered = said.channel !== undefined
  const out = said.is !== 'waiting' && !said.declined
  const state = said.declined ? ('declined' as const) : out ? ('published' as const) : ('pending' as const)
  const article = said.on && consultationId ? await articleId(laying, consultationId, said.on) : null
  const disposition = said.into ? 'merged' : said.answer ? 'live' : said.owed ? 'written' : said.beyond ? 'out-of-scope' : null
  return {
    ...{ body: said.says, displayName: said.name ?? '', channel: said.channel ?? ('web' as const), askedAt: asked, state },
    ...{ participantId: entered ? null : people[said.by ?? 0]!, enteredBy: entered ? staff.id : null },
    ...{ publishedAt: out ? after(asked, entered ? 0 : 1) : null, decidedBy: said.is === 'waiting' ? null : staff.id },
    ...{
      declineReason: said.declined?.reason ?? null,
      declineNote: said.declined?.note ?? '',
      mergedInto: said.into ? ids[said.into - 1]! : null,
    },
    ...{
      disposition: disposition as 'live' | null,
      dispositionWhy: said.beyond ?? '',
      departmentId: said.owed ? laying.department(said.owed) : null,
    },
    ...{ articleId: article, pinnedAt: said.is === 'pinned' ? asked : null, stagedAt: said.is === 'staged' ? after(begins, 20) : null },
    ...{ answeredAt: said.answer ? after(begins, said.answer.at) : null, residents: said.residents ?? 0, guests: said.guests ?? 0 },
    ...{ withdrawnAt: null, commentNumber: null },
  }
}

async function articleId({ tx }: Laying, consultationId: number, anchor: string) {
  const [row] = await tx
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.consultationId, consultationId), eq(articles.anchor, anchor)))
  return row?.id ?? null
}

async function laySupports(
  { tx }: Laying,
  { content, people, begins }: Place,
  questionId: number,
  { residents = 0, guests = 0, at }: Said,
) {
  const who = [...people.slice(0, residents), ...people.slice(content.residents, content.residents + guests)]
  if (who.length === 0) return
  await tx
    .insert(liveSupports)
    .values(who.map((participantId, i) => ({ questionId, participantId, at: after(begins, at + 1 + i / 4) })))
    .onConflictDoNothing()
}

async function layAnswer({ tx }: Laying, { id, answerers, staff, begins }: Place, questionId: number, { answer }: Said) {
  if (!answer) return
  const there = tx.select().from(liveAnswers).where(eq(liveAnswers.questionId, questionId))
  const [missing] = await tx
    .select({ id: liveQuestions.id })
    .from(liveQuestions)
    .where(and(eq(liveQuestions.id, questionId), notExists(there)))
  if (!missing) return
  const said = { way: 'live' as const, body: answer.says, answererId: answerers[answer.by]!, at: after(begins, answer.at) }
  await tx.insert(liveAnswers).values({ sessionId: id, questionId, enteredBy: staff.id, ...said })
}
