import { randomBytes } from 'node:crypto'
import postgres, { type Sql } from 'postgres'
import { aWatcher, type Watcher } from '../support/live-client'
import { aCountyToMeasure } from './county'
import { compared, inRounds, type Row } from './measure'

const QUESTIONS = 50
const PEOPLE = 2_000
const SOCKETS = 1_200

/**
 * Acknowledged supports a second, 200 at once, against a transaction for each that writes the same rows: at the verb, and
 * through the sockets of a running app whose every watcher is told of the board meanwhile.
 */
export async function supportStorm(): Promise<Row[]> {
  const county = await aCountyToMeasure()
  Object.assign(process.env, { DATABASE_URL: county.databaseUrl, KEY_FILE: county.keyFile })
  const { closeDatabase } = await import('../../db/connection.server')
  const sql = postgres(county.databaseUrl, { max: 10, onnotice: () => {} })
  const { anOpenSession } = await import('../live/given')
  const { support } = await import('../../app/live/supports-writes.server')

  /** A session with questions and people of its own; each call is another pair of them. */
  const fresh = async () => {
    const { id, code } = await anOpenSession()
    await sql`
      insert into live_participants (session_id, key, resident) select ${id}, 'p' || n, n % 2 = 0 from generate_series(1, ${PEOPLE}) n`
    const questions = await sql<{ id: number; number: number }[]>`
      insert into live_questions (session_id, number, channel, entered_by, body, form_key, form_print, state, published_at, seq)
      select ${id}, n, 'hall', (select id from accounts limit 1), '问题' || n, 'storm ' || ${id}::text || '-' || n, 'p', 'published', app_now(), 1
        from generate_series(1, ${QUESTIONS}) n returning id, number`
    const people = await sql<{ id: number; key: string; resident: boolean }[]>`
      select id, key, resident from live_participants where session_id = ${id}`
    // A server does so by itself within a minute; until then every row's foreign keys are checked as in an empty table.
    await county.owner`analyze live_sessions, live_questions, live_participants, live_supports`
    let at = 0
    return {
      id,
      code,
      questions,
      next: () => ({ question: questions[at % QUESTIONS]!, person: people[Math.floor(at++ / QUESTIONS) % PEOPLE]! }),
    }
  }
  let sockets: Watcher[] = []
  const ways = [
    async () => {
      const { id, next } = await fresh()
      return () => {
        const { question, person } = next()
        return support({ sessionId: id, number: question.number, participant: person, on: true })
      }
    },
    async () => {
      const { code, questions } = await fresh()
      await gone(sockets)
      sockets = await aHall(county.app.url, code)
      let at = 0
      return async () => {
        const { number } = questions[Math.floor(at / SOCKETS)]!
        const said = await sockets[at++ % SOCKETS]!.ask('support', { number, on: true })
        if (!said.ok) throw new Error(said.why)
      }
    },
    async () => {
      const { id, next } = await fresh()
      return () => oneByOne(sql, id, next())
    },
  ]
  const [verb, socket, reference] = await inRounds(ways)
  await gone(sockets)
  await sql.end()
  await closeDatabase()
  await county.stop()
  return [
    compared('support-storm', verb!, reference!, 'supports/s', 10),
    compared('support-storm/socket', socket!, reference!, 'supports/s', 5),
  ]
}

/** So many guests who joined; each may send so many events before it is slowed, which is enough for a round. */
async function aHall(url: string, code: string): Promise<Watcher[]> {
  const hall: Watcher[] = []
  while (hall.length < SOCKETS)
    hall.push(
      ...(await Promise.all(
        Array.from({ length: 50 }, async () => {
          const watcher = await aWatcher(url, { cookie: `participant=${randomBytes(16).toString('base64url')}` })
          await watcher.ask('join', { code, since: 0 })
          return watcher
        }),
      )),
    )
  return hall
}

const gone = (sockets: Watcher[]) => Promise.all(sockets.map((one) => one.close()))

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
