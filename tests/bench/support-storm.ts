import type { Sql } from 'postgres'
import { aDatabaseToMeasure } from './database'
import { compared, inRounds, type Row } from './measure'

const QUESTIONS = 50
const PEOPLE = 2_000

/** Acknowledged supports a second at the verb, 200 at once, against a transaction for each that writes the same rows. */
export async function supportStorm(): Promise<Row[]> {
  const { name, sql, stop } = await aDatabaseToMeasure('storm')
  const { anOpenSession } = await import('../live/given')
  const { support } = await import('../../app/live/supports-writes.server')

  /** A session with questions and people of its own; each call is another pair of them. */
  const fresh = async () => {
    const { id } = await anOpenSession()
    await sql`
      insert into live_participants (session_id, key, resident) select ${id}, 'p' || n, n % 2 = 0 from generate_series(1, ${PEOPLE}) n`
    const questions = await sql<{ id: number; number: number }[]>`
      insert into live_questions (session_id, number, channel, entered_by, body, form_key, form_print, state, published_at, seq)
      select ${id}, n, 'hall', (select id from accounts limit 1), '问题' || n, ${name} || ${id}::text || '-' || n, 'p', 'published', app_now(), 1
        from generate_series(1, ${QUESTIONS}) n returning id, number`
    const people = await sql<{ id: number; key: string; resident: boolean }[]>`
      select id, key, resident from live_participants where session_id = ${id}`
    let at = 0
    return { id, next: () => ({ question: questions[at % QUESTIONS]!, person: people[Math.floor(at++ / QUESTIONS) % PEOPLE]! }) }
  }
  const ways = [
    async () => {
      const { id, next } = await fresh()
      return () => {
        const { question, person } = next()
        return support({ sessionId: id, number: question.number, participant: person, on: true })
      }
    },
    async () => {
      const { id, next } = await fresh()
      return () => oneByOne(sql, id, next())
    },
  ]
  const seen = await inRounds(ways)
  await stop()
  return [compared('support-storm', seen[0]!, seen[1]!, 'supports/s', 10)]
}

type Pair = { question: { id: number }; person: { id: number; resident: boolean } }

/** The same rows by hand: support, tally, sequence; a transaction for each request, in prepared statements. */
const oneByOne = (sql: Sql, sessionId: number, { question, person }: Pair) =>
  sql.begin(async (tx) => {
    const [{ seq }] =
      (await tx`update live_sessions set seq = seq + 1, acts = acts + 1 where id = ${sessionId} returning seq`) as unknown as [
        { seq: number },
      ]
    const given = await tx`
      insert into live_supports (question_id, participant_id) values (${question.id}, ${person.id}) on conflict do nothing returning 1`
    if (given.length === 0) return
    await tx`
      update live_questions set residents = residents + ${Number(person.resident)}, guests = guests + ${Number(!person.resident)}, seq = ${seq}
       where id = ${question.id}`
  })
