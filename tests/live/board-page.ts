import { randomBytes } from 'node:crypto'
import { aWatcher, type Tick, type Watcher } from '../support/live-client'

const PAUSE_MS = 500

type Joined = { ok: boolean; why?: string; board: Tick }
type Shown = Tick['questions'][number]

export const aDevice = () => `participant=${randomBytes(16).toString('base64url')}`

/**
 * What public/live does on an open page, without a browser: knows the number it has and comes back by itself. Where the
 * server sends it away by a word of the protocol, or refuses the joining, it stays away, as socket.io's client does.
 */
export function aBoardPage(url: string, code: string, cookie = aDevice()) {
  const page = {
    cookie,
    seq: 0,
    shown: new Map<number, Shown>(),
    /** Every connection it has had, with all that came over it. */
    connections: [] as Watcher[],
    /** The one on which it is told. */
    watcher: null as Watcher | null,
    /** JSON that was fetched to catch up. */
    fetched: [] as string[],
    sentAway: '',
    board: () => [...page.shown.values()].toSorted((a, b) => a.number - b.number),
    async close() {
      left = true
      await Promise.all(page.connections.map((each) => each.close()))
    },
  }
  let left = false
  let catching = false

  const later = (again: () => Promise<void>) => void (left || setTimeout(() => void again(), PAUSE_MS))

  function take({ since, seq, questions, gone, whole }: Tick) {
    if (seq <= page.seq) return
    if (since > page.seq || whole) return void catchUp()
    for (const question of questions) page.shown.set(question.number, question)
    for (const number of gone) page.shown.delete(number)
    page.seq = seq
  }

  async function catchUp() {
    if (catching) return
    catching = true
    const since = page.seq
    const answer = await fetch(`${url}/live/${code}/board.json?since=${since}`).catch(() => null)
    const text = answer?.ok ? await answer.text() : ''
    catching = false
    if (!text) return later(catchUp)
    page.fetched.push(text)
    take({ ...(JSON.parse(text) as Tick), since, whole: undefined })
  }

  async function connect() {
    const watcher = await aWatcher(url, { cookie }).catch(() => null)
    if (!watcher) return later(connect)
    page.connections.push(watcher)
    void watcher.closed.then(() => {
      page.watcher = null
      if (left || page.sentAway) return
      if (watcher.frames.includes('41')) page.sentAway = 'disconnected by the server'
      else later(connect)
    })
    let heard = 0
    watcher.listening(() => {
      const ticks = watcher.ticks()
      for (; heard < ticks.length; heard++) take(ticks[heard]!)
    })
    const said = await watcher.ask<Joined>('join', { code, since: page.seq }).catch(() => null)
    if (!said) return
    if (!said.ok) page.sentAway = `not joined: ${said.why}`
    else {
      page.watcher = watcher
      take({ ...said.board, since: Math.min(said.board.since, page.seq) })
    }
    if (left || page.sentAway) await watcher.close()
  }

  return Object.assign(page, { opened: connect() })
}

export type BoardPage = ReturnType<typeof aBoardPage>
