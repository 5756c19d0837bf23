import postgres from 'postgres'
import { expect, onTestFinished, test } from 'vitest'
import { db } from '#db/connection.server'
import { liveParticipants, liveSupports } from '#db/schema/live'
import { questionsAtDesk } from '~/live/desk-reads.server'
import { support } from '~/live/supports-writes.server'
import { setClock, useDatabase } from '../support/database'
import { aGuest, anOpenSession, aPublished, aResident, questionRow, sessionRow } from './given'

useDatabase()

test('a hundred supports of one person at once are one; taken back a hundred times, none', async () => {
  const { id, moderator } = await anOpenSession()
  const number = await aPublished(id, moderator)
  const participant = aGuest()
  const press = (on: boolean) => Promise.all(Array.from({ length: 100 }, () => support({ sessionId: id, number, participant, on })))
  expect((await press(true)).every(({ ok }) => ok)).toBe(true)
  expect((await questionRow(id, number)).guests).toBe(1)
  await press(false)
  expect((await questionRow(id, number)).guests).toBe(0)
  expect(await db.$count(liveSupports)).toBe(0)
})

test('a support that is refused leaves nothing: neither the person nor an act', async () => {
  const { id, moderator } = await anOpenSession()
  await aPublished(id, moderator)
  const before = [await sessionRow(id), await db.$count(liveParticipants)]
  expect(await support({ sessionId: id, number: 99, participant: aGuest(), on: true })).toEqual({ ok: false, why: 'gone' })
  expect([await sessionRow(id), await db.$count(liveParticipants)]).toEqual(before)
})

test('a thousand people at once are counted to the last, residents apart from guests, in a few numbers of the sequence', async () => {
  const { id, moderator } = await anOpenSession()
  const [one, two] = [await aPublished(id, moderator), await aPublished(id, moderator)]
  const { seq } = await sessionRow(id)
  await Promise.all(
    Array.from({ length: 1000 }, (_, at) =>
      support({ sessionId: id, number: at % 3 ? one : two, participant: at % 5 ? aGuest() : aResident(), on: true }),
    ),
  )
  const [first, second] = [await questionRow(id, one), await questionRow(id, two)]
  expect(first.guests + first.residents).toBe(666)
  expect(second.guests + second.residents).toBe(334)
  expect(first.residents + second.residents).toBe(200)
  expect(await db.$count(liveSupports)).toBe(1000)
  expect((await sessionRow(id)).seq - seq).toBeLessThan(10)
})

test('the last word of one person counts, however often it changed', async () => {
  const { id, moderator } = await anOpenSession()
  const number = await aPublished(id, moderator)
  const participant = aGuest()
  await Promise.all([true, false, true, false, true].map((on) => support({ sessionId: id, number, participant, on })))
  expect((await questionRow(id, number)).guests).toBe(1)
})

test('negative control: counted without the lock, the same crowd is miscounted', async () => {
  const { id, moderator } = await anOpenSession()
  const number = await aPublished(id, moderator)
  const { id: questionId } = await questionRow(id, number)
  const naive = postgres(process.env.DATABASE_URL!, { max: 10, onnotice: () => {} })
  onTestFinished(() => naive.end())
  await Promise.all(
    Array.from({ length: 100 }, async () => {
      const [row] = await naive<{ guests: number }[]>`select guests from live_questions where id = ${questionId}`
      await naive`update live_questions set guests = ${row!.guests + 1} where id = ${questionId}`
    }),
  )
  expect((await questionRow(id, number)).guests).toBeLessThan(100)
})

test('the desk is told of many guests in few minutes, for the question they came to and as long as it is news', async () => {
  const { id, moderator } = await anOpenSession()
  const [guests, residents, quiet] = [await aPublished(id, moderator), await aPublished(id, moderator), await aPublished(id, moderator)]
  await setClock(new Date('2026-12-01T10:00:00+08:00'))
  const crowd = (number: number, size: number, who: typeof aGuest) =>
    Promise.all(Array.from({ length: size }, () => support({ sessionId: id, number, participant: who(), on: true })))
  await Promise.all([crowd(guests, 24, aGuest), crowd(residents, 30, aResident), crowd(quiet, 19, aGuest)])
  const told = async () => (await questionsAtDesk(id)).map(({ number, burst }) => [number, burst])
  const nothing = [guests, residents, quiet].map((number) => [number, null])
  expect(await told()).toEqual([[guests, 24], ...nothing.slice(1)])
  await setClock(new Date('2026-12-01T10:06:00+08:00'))
  expect(await told()).toEqual(nothing)
  await crowd(guests, 95, aGuest)
  expect(await told()).toEqual(nothing)
  await crowd(guests, 1, aGuest)
  expect(await told()).toEqual([[guests, 96], ...nothing.slice(1)])
})
