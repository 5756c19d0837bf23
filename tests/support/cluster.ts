import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../../db/embedded'
import { homeAt, isAlive } from '../../db/server/cluster'
import { findPostmaster } from '../../db/server/postmaster'

/** A PostgreSQL of the test's own; `remove` stops it and deletes its folder. */
export async function ownCluster() {
  sweep()
  const dataDir = mkdtempSync(join(tmpdir(), `kaimen-test-${process.pid}-`))
  const server = await startEmbedded({ dataDir, log: () => {} })
  const remove = async () => {
    const stopped = server.stop()
    // Nothing in it is needed again: it ends without writing everything out first.
    const running = findPostmaster(homeAt(dataDir))
    if (running) process.kill(running.pid, 'SIGQUIT')
    await stopped
    rmSync(dataDir, { recursive: true, maxRetries: 5, retryDelay: 200 })
  }
  return { ...server, dataDir, remove }
}

// A test run that was killed leaves its server behind.
function sweep() {
  for (const name of readdirSync(tmpdir())) {
    const maker = /^kaimen-test-(\d+)-/.exec(name)
    if (!maker || isAlive(Number(maker[1]))) continue
    const folder = join(tmpdir(), name)
    const left = findPostmaster(homeAt(folder))
    if (left) process.kill(left.pid, 'SIGQUIT')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
