import { EventEmitter, once } from 'node:events'
import WebSocket from 'ws'

type Heard = [event: string, value: unknown]
export type Tick = {
  since: number
  seq: number
  questions: { number: number; residents: number; guests: number; body: string }[]
  gone: number[]
  whole?: true | undefined
}

/** A watcher that speaks the protocol itself (Engine.IO 4 over WebSocket): thousands of them cost little. */
export async function aWatcher(url: string, { cookie, origin = url }: { cookie?: string; origin?: string } = {}) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
    origin,
    headers: cookie ? { Cookie: cookie } : {},
    perMessageDeflate: false,
  })
  const heard: Heard[] = []
  const frames: string[] = []
  const answers = new Map<number, (said: unknown) => void>()
  const listeners = new Set<() => void>()
  let asked = 0
  let connected: () => void
  const ready = new Promise<void>((done) => (connected = done))
  socket.on('message', (data: Buffer) => {
    const text = data.toString()
    if (text === '2') return socket.send('3')
    if (text.startsWith('0')) return socket.send('40')
    if (text.startsWith('40')) return connected()
    frames.push(text)
    const answer = /^43(\d+)(.*)$/s.exec(text)
    if (answer) answers.get(Number(answer[1]))?.((JSON.parse(answer[2]!) as unknown[])[0])
    if (text.startsWith('42')) heard.push(JSON.parse(text.slice(2)) as Heard)
    for (const listen of listeners) listen()
  })
  const closed = once(socket, 'close').then(() => {})
  const failed = once(socket, 'error').then(([error]) => Promise.reject(error as Error))
  failed.catch(() => {})
  await Promise.race([ready, failed, closed.then(() => Promise.reject(new Error('closed before it was connected')))])

  const client = {
    socket,
    heard,
    frames,
    closed,
    send: (text: string) => socket.send(text),
    listening: (listen: () => void) => void listeners.add(listen),
    ask: <T = { ok: boolean; why?: string }>(event: string, given: unknown) =>
      new Promise<T>((answer, lost) => {
        const id = asked++
        answers.set(id, (said) => answer(said as T))
        socket.send(`42${id}${JSON.stringify([event, given])}`)
        void closed.then(() => lost(new Error('closed before the answer')))
      }),
    /** The first event of this name, heard or still to come, that is so. */
    until: <T>(event: string, is: (value: T) => boolean = () => true) =>
      new Promise<T>((found) => {
        const look = () => {
          const one = heard.find(([name, value]) => name === event && is(value as T))
          if (!one) return
          listeners.delete(look)
          found(one[1] as T)
        }
        listeners.add(look)
        look()
      }),
    /** The next event of this name. */
    next: (event: string) => {
      const before = heard.length
      return new Promise<void>((found) => {
        const look = () => {
          if (!heard.slice(before).some(([name]) => name === event)) return
          listeners.delete(look)
          found()
        }
        listeners.add(look)
      })
    },
    ticks: () => heard.filter(([event]) => event === 'tick').map(([, frame]) => frame as Tick),
    close: () => {
      socket.close()
      return closed
    },
  }
  return client
}

export type Watcher = Awaited<ReturnType<typeof aWatcher>>

/** One whom no WebSocket reaches: Engine.IO 4 by long polling, asked again as soon as it is answered. */
export async function aPoller(url: string, { cookie }: { cookie?: string } = {}) {
  const base = `${url}/socket.io/?EIO=4&transport=polling`
  const headers = { Origin: url, ...(cookie ? { Cookie: cookie } : {}) }
  const { sid } = JSON.parse((await (await fetch(base, { headers })).text()).slice(1)) as { sid: string }
  const own = `${base}&sid=${sid}`
  const post = (body: string) => fetch(own, { method: 'POST', body, headers })
  const heard = new EventEmitter()
  await post('40')
  const ended = (async () => {
    for (;;) {
      const response = await fetch(own, { headers })
      if (!response.ok) return
      for (const text of (await response.text()).split('\x1e')) {
        if (text === '2') await post('3')
        if (text === '1' || text === '41') return
        const [, id, said] = /^4[23](\d*)(\[.*)$/s.exec(text) ?? []
        if (said && id) heard.emit(`answer ${id}`, (JSON.parse(said) as unknown[])[0])
        else if (said) heard.emit(...(JSON.parse(said) as [string, unknown]))
      }
    }
  })()
  let asked = 0
  return {
    sid,
    ended,
    async ask<T = { ok: boolean; why?: string }>(event: string, given: unknown): Promise<T> {
      const id = asked++
      const answer = once(heard, `answer ${id}`)
      await post(`42${id}${JSON.stringify([event, given])}`)
      return (await answer)[0] as T
    },
    next: async <T>(event: string) => (await once(heard, event))[0] as T,
    close: () => post('1').then(() => ended),
  }
}
