import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startEmbedded } from '../../db/embedded'
import { homeAt } from '../../db/server/cluster'
import { withAdmin } from '../../db/server/databases'
import { findPostmaster } from '../../db/server/postmaster'
import { startApp } from '../support/app'
import { residents } from '../support/residents'
import { ask, builtPages } from '../support/site'

builtPages()

const KILLS = process.env.LONG ? 50 : 3

test(
  `the database is killed ${KILLS} times while residents comment: the same process answers on, and every receipt given opens, once`,
  { timeout: 60_000 + KILLS * 15_000 },
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'kaimen-killed-'))
    const app = await startApp({ dataDir, env: { DEMO: 'on', TRUSTED_PROXIES: '127.0.0.1', LOG_LEVEL: 'silent' } })
    onTestFinished(async () => {
      await app.stop()
      rmSync(dataDir, { recursive: true, maxRetries: 5 })
    })
    const load = residents(app.url, { writing: 6 })
    const moreReceipts = async () => {
      const goal = load.receipts.size + 30
      await expect.poll(() => load.receipts.size, { timeout: 60_000 }).toBeGreaterThanOrEqual(goal)
    }
    for (let kill = 0; kill < KILLS; kill++) {
      await moreReceipts()
      process.kill(findPostmaster(homeAt(dataDir))!.pid, 'SIGKILL')
    }
    await moreReceipts()
    await load.stop()
    expect(load.cut).toEqual([])
    // Without any, no comment was under way when the database died.
    expect(load.other.length).toBeGreaterThan(0)
    expect(new Set(load.other)).toEqual(new Set([503]))
    process.kill(app.pid, 0)

    expect(new Set(load.receipts.values()).size).toBe(load.receipts.size)
    for (const path of load.receipts.values()) expect((await ask(app.url + path)).status).toBe(200)
    expect((await commentsIn(dataDir)).toSorted()).toEqual([...load.receipts.keys()].toSorted())
  },
)

/** What the residents above have sent, one entry a row: their texts are their forms' keys. */
async function commentsIn(dataDir: string): Promise<string[]> {
  const server = await startEmbedded({ dataDir, log: () => {} })
  try {
    return await withAdmin(server.adminUrl.replace(/postgres$/, 'kaimen'), async (sql) => {
      const rows = await sql<{ body: string }[]>`select body from comments where body ~ '^[A-Za-z0-9_-]{22}$'`
      return rows.map(({ body }) => body)
    })
  } finally {
    await server.stop()
  }
}
