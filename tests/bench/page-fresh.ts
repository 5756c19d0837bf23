import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { aCountyToMeasure } from './county'
import { compared, inTurn, serve, type Row } from './measure'

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
  return [compared('page-fresh', ours!, plain!, 'requests/s', 2), compared('page-fresh/bare', ours!, floor!, 'requests/s', 0)]
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
