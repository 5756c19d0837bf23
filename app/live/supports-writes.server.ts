import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '#db/connection.server'
import { liveParticipants, liveQuestions } from '#db/schema/live'
import { inBatches } from '~/web/batches'
import type { Participant } from './participant.server'
import { maySupport, type Barred, type State, type WhyNotSupport } from './rules'
import { change, nextSeq, type LockedSession } from './session-lock-writes.server'

export type Support = { sessionId: number; number: number; participant: Participant; on: boolean }
export type Supported = { ok: true } | { ok: false; why: WhyNotSupport }

const AT_ONCE = 500

/**
 * Supports a question, or takes the support back; twice is once. In a storm those that arrive while others are being
 * written are written together: one lock, one number of the sequence, one commit, and every answer after it.
 */
export const support = (given: Support): Promise<Supported> => batched(given.sessionId, given)

const batched = inBatches<number, Support, Supported>(AT_ONCE, write)

async function write(sessionId: number, batch: Support[]): Promise<Supported[]> {
  const done = await change(sessionId, async (tx, session) => {
    const [known, questions] = await Promise.all([knownOf(tx, sessionId, batch), questionsOf(tx, sessionId, batch)])
    const answers = batch.map(({ number, participant }): Supported => {
      return maySupport(session.stage, known.get(participant.key) ?? null, questions.get(number) ?? null)
    })
    const wanted = lastWordOf(batch.filter((_, position) => answers[position]!.ok))
    if (wanted.length > 0) await store(tx, session, wanted, await withNew(tx, sessionId, wanted, known), questions)
    return { ok: wanted.length > 0, answers }
  })
  return 'answers' in done ? done.answers : batch.map(() => done)
}

const person = {
  id: liveParticipants.id,
  key: liveParticipants.key,
  resident: liveParticipants.resident,
  mutedUntil: liveParticipants.mutedUntil,
  bannedAt: liveParticipants.bannedAt,
}

type Person = Barred & { id: number; key: string; resident: boolean }
type Question = { id: number; number: number; state: State; mergedInto: number | null }

type People = Map<string, Person>

/** Everybody of the batch who was here before. */
async function knownOf(tx: Tx, sessionId: number, batch: Support[]): Promise<People> {
  const keys = [...new Set(batch.map(({ participant }) => participant.key))]
  const found = await tx
    .select(person)
    .from(liveParticipants)
    .where(
      and(
        eq(liveParticipants.sessionId, sessionId),
        sql`${liveParticipants.key} in (select json_array_elements_text(${JSON.stringify(keys)}::json))`,
      ),
    )
  return new Map(found.map((each) => [each.key, each]))
}

/** Whoever supports something and was not here before is written down. */
async function withNew(tx: Tx, sessionId: number, wanted: Support[], known: People): Promise<People> {
  const fresh = new Map(
    wanted.filter(({ participant }) => !known.has(participant.key)).map(({ participant }) => [participant.key, participant]),
  )
  if (fresh.size === 0) return known
  const made = await tx
    .insert(liveParticipants)
    .values([...fresh.values()].map(({ key, resident }) => ({ sessionId, key, resident })))
    .returning(person)
  return new Map([...known, ...made.map((each) => [each.key, each] as const)])
}

async function questionsOf(tx: Tx, sessionId: number, batch: Support[]): Promise<Map<number, Question>> {
  const { id, number, state, mergedInto } = liveQuestions
  const found = await tx
    .select({ id, number, state, mergedInto })
    .from(liveQuestions)
    .where(and(eq(liveQuestions.sessionId, sessionId), inArray(number, [...new Set(batch.map((each) => each.number))])))
  return new Map(found.map((question) => [question.number, question]))
}

/** Who presses on, off and on within one batch has said: on. */
const lastWordOf = (batch: Support[]) => [...new Map(batch.map((each) => [`${each.number} ${each.participant.key}`, each])).values()]

/**
 * A question that others were merged into counts the people of all of them: whoever supported one of them is not
 * counted again, and whoever takes it back has taken it back from all.
 * What stands is looked up by its own key, one by one: a growing table is planned by figures that are long past.
 */
async function store(tx: Tx, session: LockedSession, wanted: Support[], people: People, questions: Map<number, Question>) {
  const rows = wanted.map(({ number, participant, on }) => {
    const { id, resident } = people.get(participant.key)!
    return { question: questions.get(number)!.id, person: id, resident, on }
  })
  const pairs = sql`json_to_recordset(${JSON.stringify(rows)}::json) as w(question int, person int, resident boolean, "on" boolean)`
  const tallied = await tx.execute(sql`
    with wanted as (select * from ${pairs}),
    parts as materialized (
      select w.*, q.id as part from wanted w join live_questions q on q.id = w.question
      union all select w.*, q.id from wanted w join live_questions q on q.merged_into = w.question),
    standing as materialized (
      select p.question, p.person, p."on", s.question_id as part from parts p
       cross join lateral (select question_id from live_supports where question_id = p.part and participant_id = p.person limit 1) s),
    given as (
      insert into live_supports (question_id, participant_id, at)
      select w.question, w.person, (select app_now()) from wanted w
       where w."on" and not exists (select from standing s where s.question = w.question and s.person = w.person)
      returning question_id as question, participant_id as person),
    taken as (
      delete from live_supports s using standing t where not t."on" and s.question_id = t.part and s.participant_id = t.person
      returning t.question, t.person),
    moved as (
      select question, person, 1 as by from given
      union all select distinct question, person, -1 from taken),
    tallies as (
      select m.question, coalesce(sum(m.by) filter (where w.resident), 0)::int as residents, coalesce(sum(m.by) filter (where not w.resident), 0)::int as guests
        from moved m join wanted w using (question, person) group by m.question)
    update live_questions q set residents = q.residents + t.residents, guests = q.guests + t.guests, seq = ${session.following}
      from tallies t where q.id = t.question returning q.id`)
  if (tallied.length > 0) nextSeq(session)
}
