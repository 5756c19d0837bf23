import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import autocannon from 'autocannon'
import { inspectorOf, inUse } from '../support/in-use'
import { aWatcher, type Tick } from '../support/live-client'
import { aCountyToMeasure } from './county'
import type { Row } from './measure'

const WATCHERS = Number(process.env.WATCHERS ?? 5_000)
const SUPPORTS_A_SECOND = 50
const SECONDS = 15
const PER_PROCESS = 2_500

/** One board to thousands of watchers of one process while fifty people a second support a question. */
export async function tick(): Promise<Row[]> {
  const county = await aCountyToMeasure({ NODE_OPTIONS: INSPECTABLE })
  Object.assign(process.env, { DATABASE_URL: county.databaseUrl, KEY_FILE: county.keyFile })
  const { anOpenSession, aPublished, aGuest } = await import('../live/given')
  const { support } = await import('../../app/live/supports-writes.server')
  const { closeDatabase } = await import('../../db/connection.server')
  const { id, code, moderator } = await anOpenSession()
  const number = await aPublished(id, moderator, { body: '晚上车停哪里？小区门口停满了，想请你们讲讲夜里停车怎么安排。' })

  const given = { url: county.app.url, code }
  await warmed(`${county.app.url}/live/${code}`, given)
  const crowd = await crowdOf(WATCHERS, given)
  const probe = await aWatcher(county.app.url)
  await probe.ask('join', { code, since: 0 })

  const cpu = cpuOf(county.app.pid)
  const from = await crowd.frames()
  const seen: number[] = []
  const until = performance.now() + SECONDS * 1000
  const supported: { at: number; tally: number }[] = []
  probe.listening(() => {
    const last = probe.ticks().at(-1) as Tick
    const tally = last.questions[0]?.guests ?? 0
    for (let at = supported.findIndex((each) => each.tally <= tally); at >= 0; at = supported.findIndex((each) => each.tally <= tally))
      seen.push(performance.now() - supported.splice(at, 1)[0]!.at)
  })
  let tally = 0
  while (performance.now() < until) {
    const at = performance.now()
    await support({ sessionId: id, number, participant: aGuest(), on: true })
    supported.push({ at, tally: ++tally })
    await setTimeout(Math.max(0, 1000 / SUPPORTS_A_SECOND - (performance.now() - at)))
  }
  await setTimeout(1500)
  const frames = (await crowd.frames()) - from
  const ours = { cpu: (cpuOf(county.app.pid) - cpu) / frames, frames, ticks: probe.ticks().length }
  const text = probe.frames.findLast((frame) => frame.startsWith('42["tick"'))!
  await probe.close()
  crowd.stop()
  const memory = await heldOf(county.app, given)
  await closeDatabase()
  await county.stop()

  const bare = await bareOf(text)
  const others = await othersOf(JSON.parse(text.slice(2)) as [string, unknown])
  const absolute = (name: string, value: number, most: number, unit: string): Row => ({
    ...{ name, ours: value, reference: null, unit, ratio: null, goal: most, ok: value <= most },
  })
  const atMost = (name: string, value: number, reference: number, unit: string, most: number): Row => {
    const ratio = value / reference
    return { name, ours: value, reference, unit, ratio, goal: most, ok: ratio <= most }
  }
  const late = seen.toSorted((a, b) => a - b)[Math.floor(seen.length * 0.95)]!
  return [
    absolute('tick/frames', ours.frames, WATCHERS * (ours.ticks + 1), `frames, ${WATCHERS} watchers, ${ours.ticks} ticks`),
    atMost('tick/cpu', ours.cpu, bare.cpu, 'µs of the server for each frame', 1.3),
    atMost('tick/memory', memory, bare.memory, 'KiB for each watcher', 2.3),
    absolute('tick/seen', late, 1500, 'ms p95 from support to seen'),
    atMost('tick/others', others.ours.p99, others.plain.p99, 'ms p99 of pages', 0.3),
    atMost('tick/stall', others.ours.stall, others.plain.stall, 'ms longest stall', 0.2),
  ]
}

/** The same bytes once a second by plain ws. */
async function bareOf(text: string) {
  const server = await forked('tests/bench/bare-ws.ts', [])
  const given = { url: server.url, bare: true as const }
  await warmed(server.url, given)
  const crowd = await crowdOf(WATCHERS, given)
  const [cpu, from] = [cpuOf(server.pid), await crowd.frames()]
  for (let each = 0; each < SECONDS; each++) {
    server.child.send(text)
    await setTimeout(1000)
  }
  const frames = (await crowd.frames()) - from
  const used = cpuOf(server.pid) - cpu
  crowd.stop()
  const memory = await heldOf(server, given)
  server.child.kill()
  return { cpu: used / frames, memory }
}

/** The inspector waits for SIGUSR1, at a port of its own. */
const INSPECTABLE = '--inspect-port=127.0.0.1:0'
const STILL_KIB = 64

/**
 * KiB in use for each watcher, after a collection before they came and one after: what a process holds at any other moment
 * says when it last collected. What the system holds for a connection is left out, and the same on both sides.
 */
async function heldOf({ pid, errors }: { pid: number; errors: string[] }, given: Parameters<typeof crowdOf>[1]) {
  process.kill(pid, 'SIGUSR1')
  for (let waited = 0; !inspectorOf(errors); waited++) {
    if (waited > 200) throw new Error('the inspector did not open')
    await setTimeout(50)
  }
  const read = async () => {
    await setTimeout(500)
    const { heapUsed, external } = await inUse(inspectorOf(errors))
    return (heapUsed + external) / 1024
  }
  // Until those who went are gone, and two readings are alike.
  const held = async () => {
    for (let last = await read(), readings = 1; ; readings++) {
      const now = await read()
      if (Math.abs(now - last) < STILL_KIB) return now
      if (readings > 20) throw new Error('what is in use does not hold still')
      last = now
    }
  }
  const before = await held()
  const crowd = await crowdOf(WATCHERS, { ...given, participants: true })
  const after = await held()
  crowd.stop()
  return (after - before) / WATCHERS
}

const READERS = 20
const BOARDS_A_SECOND = 4

/** How long a trivial page of the same process takes meanwhile, by io.emit to one room and by ours. */
async function othersOf([, frame]: [string, unknown]) {
  const measured: Record<string, { p99: number; stall: number }> = {}
  for (const way of ['plain', 'ours']) {
    const server = await forked('tests/bench/bare-board.ts', [way])
    const crowd = await crowdOf(WATCHERS, { url: server.url, plain: true })
    await (await fetch(`${server.url}/stall`)).text()
    const clock = setInterval(() => server.child.send(frame as object), 1000 / BOARDS_A_SECOND)
    const run = await autocannon({ url: server.url, connections: READERS, duration: SECONDS })
    clearInterval(clock)
    const stall = Number(await (await fetch(`${server.url}/stall`)).text())
    measured[way] = { p99: run.latency.p99, stall }
    crowd.stop()
    server.child.kill()
  }
  return { plain: measured.plain!, ours: measured.ours! }
}

/** Pages until the heap's young half has its full size, and some who come and go: what that takes is not the watchers'. */
async function warmed(page: string, given: Parameters<typeof crowdOf>[1]) {
  await autocannon({ url: page, connections: READERS, duration: 8 })
  const crowd = await crowdOf(WATCHERS / 10, given)
  crowd.stop()
  await setTimeout(500)
}

async function forked(script: string, args: string[]) {
  const child = fork(script, args, {
    execArgv: ['--max-semi-space-size=32', INSPECTABLE, '--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const errors: string[] = []
  createInterface({ input: child.stderr! }).on('line', (line) => {
    errors.push(line)
    console.error(line)
  })
  const [url] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string]
  return { child, url, pid: child.pid!, errors }
}

async function crowdOf(count: number, given: { url: string; code?: string; bare?: true; plain?: true; participants?: true }) {
  const parts: ChildProcess[] = []
  for (let open = 0; open < count; open += PER_PROCESS) {
    const own = JSON.stringify({ ...given, count: Math.min(PER_PROCESS, count - open) })
    const part = fork('tests/bench/crowd-of-watchers.ts', [own], { execArgv: ['--import', 'tsx'] })
    parts.push(part)
    await Promise.race([once(part, 'message'), once(part, 'exit').then(() => Promise.reject(new Error('the watchers did not connect')))])
  }
  return {
    async frames() {
      const counts = parts.map(async (part) => {
        part.send('count')
        const [{ frames }] = (await once(part, 'message')) as [{ frames: number }]
        return frames
      })
      return (await Promise.all(counts)).reduce((sum, each) => sum + each, 0)
    },
    stop: () => parts.forEach((part) => part.kill()),
  }
}

const TICK_US = 10_000

/** µs of processor time that a process has used. */
function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_US
}
