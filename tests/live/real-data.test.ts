import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { liveSupports } from '#db/schema/live'
import { askQuestion } from '~/live/asking-writes.server'
import { matching } from '~/live/board'
import { questionForms } from '~/live/forms'
import { mergeQuestion, unmergeQuestion } from '~/live/moderation-writes.server'
import { loader as csv } from '~/live/pages/transcript-csv'
import type { Participant } from '~/live/participant.server'
import { boardSince } from '~/live/reads.server'
import { support } from '~/live/supports-writes.server'
import { aContext } from '../comments/given'
import { useDatabase } from '../support/database'
import { hasSharedData, sharedData } from '../support/shared-data'
import { aGuest, aKey, anOpenSession, aResident, questionRow } from './given'

useDatabase()

const text = (path: string) => readFileSync(sharedData(path), 'utf8')

describe.skipIf(!hasSharedData)(
  hasSharedData ? 'what people really write and do' : 'skipped: no ../shared/data beside this checkout',
  () => {
    test('five hundred real questions stand on the board and in the table as they were typed, and each is found by its words', async () => {
      const rows = parse<{ question: string }>(text('qa/zh-policy-questions-2020.tsv'), { delimiter: '\t', columns: true, quote: null })
      const asked = [...new Set(rows.map(({ question }) => question.trim()))].filter((body) => [...body].length <= 300).slice(0, 500)
      const { id, code } = await anOpenSession({ premoderated: false })
      for (const body of asked) await askQuestion({ sessionId: id, participant: aGuest(), body, name: '', formKey: aKey() })
      const { questions } = (await boardSince(id))!
      expect(questions.map(({ body }) => body)).toEqual(asked)
      for (const { body, number } of questions) expect(matching(questions, body.slice(0, 12)).map((each) => each.number)).toContain(number)
      const file = await csv({ request: new Request('http://kaimen.test/x'), params: { code }, context: aContext() })
      const [, ...table] = parse(await file.text(), { bom: true })
      expect(table.map((cells) => cells[1])).toEqual(asked)
    })

    test('whatever is typed is taken as it is or refused with a sentence; a table opens none of it as a formula', async () => {
      const strings = [...(JSON.parse(text('hostile/blns.json')) as string[]), ...text('hostile/csv-injection.txt').split('\n')]
      const { id, code } = await anOpenSession({ premoderated: false })
      const taken: string[] = []
      for (const typed of strings) {
        const read = questionForms.either.safeParse({ key: aKey(), body: typed, name: typed.slice(0, 20) })
        if (!read.success) {
          for (const { message } of read.error.issues) expect(message).toMatch(/^(live|web):error\./)
          continue
        }
        const { body, name, key: formKey } = read.data
        const done = await askQuestion({ sessionId: id, participant: aGuest(), body, name, formKey })
        expect(done, JSON.stringify(typed)).toMatchObject({ ok: true })
        taken.push(body)
      }
      expect(taken.length).toBeGreaterThan(strings.length / 2)
      expect((await boardSince(id))!.questions.map(({ body }) => body)).toEqual(taken)
      const file = await csv({ request: new Request('http://kaimen.test/x'), params: { code }, context: aContext() })
      const table: string[][] = parse(await file.text(), { bom: true })
      expect(table).toHaveLength(taken.length + 1)
      for (const cell of table.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    })

    test('three thousand real votes in the order they were cast count as the last word of each person, and merging unites people', async () => {
      const votes = parse<{ 'comment-id': string; 'voter-id': string; vote: string }>(
        text('comments/polis/15-per-hour-seattle/votes.csv'),
        { columns: true },
      )
      const { id, moderator } = await anOpenSession({ premoderated: false })
      const people = new Map<string, Participant>()
      const numbers = new Map<string, number>()
      for (const { 'comment-id': about, 'voter-id': who } of votes) {
        if (!people.has(who)) people.set(who, Number(who) % 3 === 0 ? aResident() : aGuest())
        if (numbers.has(about)) continue
        const done = await askQuestion({ sessionId: id, participant: aGuest(), body: `#${about}`, name: '', formKey: aKey() })
        if (done.ok) numbers.set(about, done.number)
      }
      const standing = new Map([...numbers.keys()].map((about) => [about, new Set<string>()]))
      for (let from = 0; from < votes.length; from += 400) {
        const cast = votes.slice(from, from + 400).map(({ 'comment-id': about, 'voter-id': who, vote }) => {
          const on = vote === '1'
          if (on) standing.get(about)!.add(who)
          else standing.get(about)!.delete(who)
          return support({ sessionId: id, number: numbers.get(about)!, participant: people.get(who)!, on })
        })
        for (const answer of await Promise.all(cast)) expect(answer).toEqual({ ok: true })
      }
      const counted = (voters: Set<string>) => {
        const residents = [...voters].filter((who) => people.get(who)!.resident).length
        return { residents, guests: voters.size - residents }
      }
      for (const [about, voters] of standing) expect(await questionRow(id, numbers.get(about)!)).toMatchObject(counted(voters))
      expect(await db.$count(liveSupports)).toBe([...standing.values()].reduce((sum, voters) => sum + voters.size, 0))

      const [root, ...parts] = [...standing.keys()].slice(0, 5)
      for (const part of parts) {
        const { version } = await questionRow(id, numbers.get(part)!)
        await mergeQuestion(moderator, { sessionId: id, number: numbers.get(part)!, version }, numbers.get(root!)!)
      }
      const united = new Set([root!, ...parts].flatMap((about) => [...standing.get(about)!]))
      expect(await questionRow(id, numbers.get(root!)!)).toMatchObject(counted(united))
      for (const part of parts) {
        const { version } = await questionRow(id, numbers.get(part)!)
        await unmergeQuestion(moderator, { sessionId: id, number: numbers.get(part)!, version })
      }
      for (const about of [root!, ...parts]) expect(await questionRow(id, numbers.get(about)!)).toMatchObject(counted(standing.get(about)!))
    })
  },
)
