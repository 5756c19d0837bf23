import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { pageFresh } from './page-fresh'
import { postComment } from './post-comment'
import { seats } from './seats'
import { seatsHttp } from './seats-http'
import { supportStorm } from './support-storm'
import { tick } from './tick'
import type { Row } from './measure'

const benches: Record<string, () => Promise<Row[]>> = {
  'page-fresh': pageFresh,
  'post-comment': postComment,
  seats,
  'seats-http': seatsHttp,
  'support-storm': supportStorm,
  tick,
}

const wanted = process.argv[2]
const chosen = Object.entries(benches).filter(([name]) => !wanted || name === wanted)
if (chosen.length === 0) throw new Error(`There is no bench called ${wanted}: ${Object.keys(benches).join(', ')}`)

console.log(`Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model.trim()})`)
const rows: Row[] = []
for (const [, bench] of chosen) rows.push(...(await bench()))

console.table(rows.map((row) => ({ ...row, ours: round(row.ours), reference: round(row.reference), ratio: round(row.ratio) })))
const file = 'data/bench.json'
mkdirSync('data', { recursive: true })
const before: Row[] = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Row[]) : []
writeFileSync(file, `${JSON.stringify([...before.filter((old) => !rows.some((row) => row.name === old.name)), ...rows], null, 2)}\n`)
process.exitCode = rows.every((row) => row.ok) ? 0 : 1

function round(value: number | null) {
  return value === null ? null : Math.round(value * 100) / 100
}
