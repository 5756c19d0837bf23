import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import autocannon, { type Options } from 'autocannon'

export type Row = { name: string; ours: number; reference: number | null; unit: string; ratio: number | null; goal: number; ok: boolean }

export type Side = { url: string; request?: Partial<Options> }

const CLIENTS = 20
const WARM_UP = 6
const SECONDS = 2
const ROUNDS = 9

/** Requests per second of several servers, round by round in turn, A B C A B C …: the machine's moods fall on all of them. The first round only warms up. */
export async function inTurn(sides: Side[]): Promise<number[][]> {
  const seen = sides.map((): number[] => [])
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [position, { url, request }] of sides.entries()) {
      const run = await autocannon({ url, connections: CLIENTS, duration: round === 0 ? WARM_UP : SECONDS, ...request })
      if (run.non2xx - (run['3xx'] ?? 0) > 0 || run.errors > 0)
        throw new Error(`${url}: not all answers were good, ${run.errors} failed: ${JSON.stringify(run.statusCodeStats)}`)
      if (round > 0) seen[position]!.push(run.requests.average)
    }
  }
  return seen
}

/** One row of the table: medians of the rounds, and the median of their ratios, because both sides of a round met the same mood. */
export function compared(name: string, ours: number[], reference: number[], unit: string, goal: number): Row {
  const ratio = median(ours.map((one, round) => one / reference[round]!))
  return { name, ours: median(ours), reference: median(reference), unit, ratio, goal, ok: ratio >= goal }
}

const AT_ONCE = 200
const VERB_ROUNDS = 5

/** How many a second of several verbs, round by round in turn; each round starts with rows of its own. The first only warms up. */
export async function inRounds(ways: (() => Promise<() => Promise<unknown>>)[]): Promise<number[][]> {
  const seen = ways.map((): number[] => [])
  for (let round = 0; round <= VERB_ROUNDS; round++)
    for (const [position, way] of ways.entries()) {
      const rate = await inParallel(await way())
      if (round > 0) seen[position]!.push(rate)
    }
  return seen
}

/** How many a second, with so many asking again as soon as they are answered. */
async function inParallel(ask: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  let done = 0
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (performance.now() - from < SECONDS * 1000) {
        await ask()
        done++
      }
    }),
  )
  return done / ((performance.now() - from) / 1000)
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

/** Starts a server script that prints its address. */
export async function serve(script: string, env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((ready, failed) => {
    child.once('exit', (code) => failed(new Error(`${script} ended with ${code}`)))
    createInterface({ input: child.stdout }).on('line', (line) => line.startsWith('http') && ready(line))
  })
  return { url, pid: child.pid!, stop: () => void child.kill() }
}
