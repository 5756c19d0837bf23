import { randomBytes } from 'node:crypto'
import WebSocket from 'ws'
import { aWatcher } from '../support/live-client'

type Given = { url: string; count: number; code?: string; bare?: true; plain?: true; participants?: true }
const given = JSON.parse(process.argv[2]!) as Given
const AT_ONCE = 50

/** So many watchers in a process of their own; counts the frames that came, and tells it when asked. */
let frames = 0
for (let open = 0; open < given.count; open += AT_ONCE)
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, given.count - open) }, () => (given.bare ? bare() : watcher())))
process.send!({ ready: true })
process.on('message', () => process.send!({ frames }))

async function watcher() {
  const one = await aWatcher(given.url, given.participants && { cookie: `participant=${randomBytes(16).toString('base64url')}` })
  one.listening(() => frames++)
  if (given.code) await one.ask('join', { code: given.code, since: 0 })
}

function bare() {
  return new Promise<void>((done, failed) => {
    const socket = new WebSocket(given.url.replace('http', 'ws'), { perMessageDeflate: false })
    socket.on('open', () => done()).on('error', failed)
    socket.on('message', () => frames++)
  })
}
