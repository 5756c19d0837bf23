import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { aCountyToMeasure } from './county'
import { inTurn, serve, type Row } from './measure'

const STOCK = 'tests/bench/stock'

/** The consultation page with twenty comments, no cache, against the same content in a stock Remix app. */
export async function pageFresh(): Promise<Row[]> {
  buildStock()
  const county = await aCountyToMeasure()
  const stock = await serve(`${STOCK}/serve.ts`, { DATABASE_URL: county.databaseUrl })
  const bare = await serve('tests/bench/bare-page.ts', { DATABASE_URL: county.databaseUrl })
  const [ours, plain, floor] = await inTurn([county.app, stock, bare].map(({ url }) => ({ url: `${url}/consultations/bench` })))
  for (const each of [stock, bare]) each.stop()
  await county.stop()
  return [
    { name: 'page-fresh', ours: ours!, reference: plain!, unit: 'requests/s', ratio: ours! / plain!, goal: 2, ok: ours! / plain! >= 2 },
    { name: 'page-fresh/bare', ours: ours!, reference: floor!, unit: 'requests/s', ratio: ours! / floor!, goal: 0, ok: true },
  ]
}

function buildStock() {
  const remix = createRequire(import.meta.url).resolve('@remix-run/dev/package.json')
  const ran = spawnSync(process.execPath, [join(dirname(remix), 'dist/cli.js'), 'vite:build'], {
    cwd: STOCK,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (ran.status !== 0) throw new Error(`the stock app could not be built: ${ran.stdout}${ran.stderr}`)
}
