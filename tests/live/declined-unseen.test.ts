import { afterEach, expect, onTestFinished, test } from 'vitest'
import { withdrawQuestion } from '~/live/asking-writes.server'
import { declineQuestion, mergeQuestion, publishQuestion, unmergeQuestion } from '~/live/moderation-writes.server'
import { participantOf, type Participant } from '~/live/participant.server'
import { boardSince } from '~/live/reads.server'
import { support } from '~/live/supports-writes.server'
import { useSharedSite } from '../support/site'
import { aBoardPage, type BoardPage } from './board-page'
import { aGuest, anOpenSession, aPublished, aQuestion, questionRow } from './given'

const WATCHERS = process.env.LONG ? 300 : 30
const QUESTIONS = process.env.LONG ? 400 : 60
const READERS = 3

const site = useSharedSite({ LOG_LEVEL: 'silent' })
const open: BoardPage[] = []
afterEach(async () => void (await Promise.all(open.splice(0).map((page) => page.close()))))

const mark = (what: string, at: number) => `${what}〔${at}〕`
const HIDDEN = /(不予|说明|未定|姓名)〔(\d+)〕/g
const hiddenIn = (text: string) => [...text.matchAll(HIDDEN)].map(([, what, at]) => ({ what: what!, at: Number(at) }))
const isPrivate = (frame: string) => frame.startsWith('42["own"') || frame.startsWith('43')

/** The hall: some of it ask, all of it watch. */
async function aHall(code: string) {
  const pages = Array.from({ length: WATCHERS }, () => aBoardPage(site.app.url, code))
  open.push(...pages)
  await Promise.all(pages.map(({ opened }) => opened))
  const askers = pages.slice(0, WATCHERS / 3)
  const askerOf = (at: number) => askers[at % askers.length]!
  const framesOf = (page: BoardPage) => page.connections.flatMap(({ frames }) => frames)
  return { pages, askerOf, framesOf }
}

/** All that anybody can fetch of a session, over and over while it goes on. */
function readers(code: string) {
  const fetched: string[] = []
  let going = true
  const readAll = async () => {
    for (const path of ['board.json', 'transcript.json', 'transcript.csv', '', 'stage'])
      fetched.push(await (await fetch(`${site.app.url}/live/${code}/${path}`)).text())
  }
  const reading = Array.from({ length: READERS }, async () => {
    while (going) await readAll()
  })
  const stop = async () => {
    going = false
    await Promise.all(reading)
    await readAll()
    return fetched
  }
  onTestFinished(() => void (going = false))
  return { stop }
}

async function seen(sessionId: number, number: number) {
  return { sessionId, number, version: (await questionRow(sessionId, number)).version }
}

type Hosted = Awaited<ReturnType<typeof anOpenSession>>

/** Out, and then, in turn: it stays, is merged, is merged and stands for itself again, is taken back by its asker. */
async function letOut(
  { id, moderator }: Hosted,
  number: number,
  { turn, root, asker }: { turn: number; root: number; asker: Participant },
) {
  await publishQuestion(moderator, await seen(id, number))
  for (const participant of [aGuest(), aGuest()]) await support({ sessionId: id, number, participant, on: true })
  if (turn === 1 || turn === 2) expect(await mergeQuestion(moderator, await seen(id, number), root)).toEqual({ ok: true })
  if (turn === 2) expect(await unmergeQuestion(moderator, await seen(id, number))).toEqual({ ok: true })
  if (turn === 3) expect(await withdrawQuestion(id, asker, number)).toEqual({ ok: true })
}

test(
  'in a storm of questions, supports and decisions no word of what waits or was declined is in anything the audience gets; only its asker hears of it',
  { timeout: 120_000 },
  async () => {
    const session = await anOpenSession({ naming: 'anonymous', questionsMost: 100 })
    const { id, code, moderator } = session
    const { pages, askerOf, framesOf } = await aHall(code)
    const audience = readers(code)
    const root = await aPublished(id, moderator, { body: mark('公开', 0) })
    const what = (at: number) => (at % 2 ? '公开' : at % 10 ? '不予' : '未定')
    await Promise.all(
      Array.from({ length: QUESTIONS }, async (_, index) => {
        const at = index + 1
        const asker = participantOf(id, null, askerOf(at).cookie)!
        const number = await aQuestion(id, { participant: asker, name: mark('姓名', at), body: mark(what(at), at) })
        if (what(at) === '公开') return letOut(session, number, { turn: (at >> 1) % 4, root, asker })
        if (what(at) === '未定') return
        const why = { reason: 'insult', note: mark('说明', at) } as const
        expect(await declineQuestion(moderator, await seen(id, number), why)).toEqual({ ok: true })
      }),
    )
    const { seq, questions } = (await boardSince(id))!
    await expect.poll(() => pages.filter((page) => page.seq !== seq).length, { timeout: 30_000 }).toBe(0)
    const late = aBoardPage(site.app.url, code)
    open.push(late)
    await late.opened
    const fetched = [...(await audience.stop()), ...[...pages, late].flatMap((page) => page.fetched)]
    expect(fetched.flatMap(hiddenIn)).toEqual([])
    for (const page of [...pages, late])
      for (const frame of framesOf(page))
        expect(hiddenIn(frame).filter(({ what, at }) => what === '姓名' || !isPrivate(frame) || askerOf(at) !== page)).toEqual([])

    // Negative controls: the asker's own frames have it, and everybody has what is public.
    const declined = Array.from({ length: QUESTIONS }, (_, index) => index + 1).filter((at) => what(at) === '不予')
    const told = (at: number) => hiddenIn(framesOf(askerOf(at)).join()).some((each) => each.what === '说明' && each.at === at)
    await expect.poll(() => declined.filter((at) => !told(at)), { timeout: 10_000 }).toEqual([])
    for (const page of [...pages, late]) {
      expect([...framesOf(page), ...page.fetched].join()).toContain(mark('公开', 0))
      expect(page.board().map(({ body }) => body)).toEqual(questions.map(({ body }) => body))
    }
    expect(fetched.length).toBeGreaterThan(READERS)
  },
)
