import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { applyPostgresPatch } from '../../db/postgres-patch'
import { buildIfNeeded } from '../../app/start/build'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Builds the pages and makes one server with a template that holds the demo county; each worker clones it. */
export default async function setup() {
  applyPostgresPatch()
  buildIfNeeded(root, console.log)
  const { ownCluster } = await import('./cluster')
  const { createDatabase } = await import('./template')
  const { startApp } = await import('./app')
  const own = await ownCluster()
  const server = {
    adminUrl: own.adminUrl,
    ownerUrl: own.ownerUrl,
    appUrl: own.url,
    prefix: `kaimen_test_${randomBytes(4).toString('hex')}`,
  }
  process.env.BROWSER_TESTS = JSON.stringify({ ...server, dataDir: own.dataDir })
  await createDatabase(server, `${server.prefix}_template`, 'template0')
  const first = await startApp({ server, database: `${server.prefix}_template`, dataDir: own.dataDir, env: { DEMO: 'on' } })
  await first.stop()
  return () => own.remove()
}
