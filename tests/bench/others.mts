import { Agent, get } from 'node:http'
import { setTimeout } from 'node:timers/promises'

const READERS = 20
const PAUSE_MS = 1_000
const agent = new Agent({ keepAlive: true, maxSockets: READERS })

/** Reads pages of a server until it is told to stop, and then says how long each took (ms). A process of its own: its clock is nobody else's. */
const took: number[] = []
let over = false
process.once('message', () => (over = true))

await Promise.all(
  Array.from({ length: READERS }, async (_, reader) => {
    for (let each = reader; !over; each++) {
      const from = performance.now()
      await read(process.argv[2 + (each % (process.argv.length - 2))]!)
      took.push(performance.now() - from)
      await setTimeout(PAUSE_MS)
    }
  }),
)
process.send!(took)

function read(url: string) {
  const household = `10.9.${took.length % 256}.${Math.floor(Math.random() * 255)}`
  return new Promise<void>((done, failed) => {
    get(url, { agent, headers: { 'X-Forwarded-For': household } }, (res) => {
      if (res.statusCode !== 200) failed(new Error(`${url}: ${res.statusCode}`))
      res.resume().on('end', done)
    }).on('error', failed)
  })
}
