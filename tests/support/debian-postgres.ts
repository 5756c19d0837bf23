import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverAccount } from '../../db/server/account'
import { withAdmin } from '../../db/server/databases'

const binariesOf = (major: number) => `/usr/lib/postgresql/${major}/bin`

export const hasDebianPostgres = (major: number) => existsSync(`${binariesOf(major)}/initdb`)

/** The system's own PostgreSQL of this version, with a cluster of the test's own. */
export async function debianPostgres(major: number) {
  const folder = mkdtempSync(join(tmpdir(), `kaimen-postgres${major}-`))
  const data = join(folder, 'cluster')
  const account = serverAccount(data)
  mkdirSync(data, { mode: 0o700 })
  writeFileSync(join(folder, 'password'), 'admin')
  if (account) for (const path of [folder, data]) chownSync(path, account.uid, account.gid)
  const made = spawnSync(
    `${binariesOf(major)}/initdb`,
    ['-D', data, '-E', 'UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', '-U', 'admin', `--pwfile=${join(folder, 'password')}`],
    { cwd: '/', encoding: 'utf8', ...account },
  )
  if (made.status !== 0) throw new Error(made.stderr)
  const port = await freePort()
  const server = spawn(
    `${binariesOf(major)}/postgres`,
    ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    { cwd: '/', stdio: 'ignore', ...account },
  )
  const adminUrl = `postgres://admin:admin@127.0.0.1:${port}/postgres`
  await untilItAnswers(adminUrl)
  const remove = async () => {
    server.kill('SIGINT')
    await once(server, 'exit')
    rmSync(folder, { recursive: true })
  }
  return { adminUrl, remove }
}

async function untilItAnswers(url: string) {
  for (const began = Date.now(); ;) {
    try {
      return await withAdmin(url, (sql) => sql`select 1`)
    } catch (error) {
      if (Date.now() - began > 20_000) throw error
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await new Promise((closed) => probe.close(closed))
  return port
}
