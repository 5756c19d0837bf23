import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmbedded } from '../../db/embedded'
import { serverAccount } from '../../db/server/account'
import { binariesFor, findBinaries, linkLibraries } from '../../db/server/binaries'
import { homeAt } from '../../db/server/cluster'
import { withAdmin } from '../../db/server/databases'
import { findPostmaster } from '../../db/server/postmaster'
import { launchElsewhere } from '../support/launch'

const isRoot = process.getuid?.() === 0
const log = () => {}
const asks = <T>(url: string, query: string) => withAdmin(url, async (sql) => (await sql.unsafe(query))[0] as T)
const server = () => findPostmaster(homeAt(dataDir))

let folder: string
let dataDir: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaimen-embedded-'))
  dataDir = join(folder, 'data')
})
afterEach(() => {
  const left = server()
  if (left) process.kill(left.pid, 'SIGQUIT')
  rmSync(folder, { recursive: true, maxRetries: 10, retryDelay: 100 })
})

test('the server that a killed app left behind is adopted, with what it stored', async () => {
  const first = await launchElsewhere(dataDir)
  await asks(first.adminUrl, 'create table kept as select 7 as value')
  await first.kill()
  const second = await startEmbedded({ dataDir, log })
  expect(second).toMatchObject({ adopted: true, url: first.url })
  expect(await asks(second.adminUrl, 'select value from kept')).toEqual({ value: 7 })
  await second.stop()
  expect(server()).toBeUndefined()
})

test('two first starts at once share one server, and the last one to leave stops it', async () => {
  const [one, two] = await Promise.all([launchElsewhere(dataDir), launchElsewhere(dataDir)])
  expect(one.url).toBe(two.url)
  await one.stop()
  expect(await asks(two.url, 'select current_user as me')).toEqual({ me: 'kaimen_app' })
  await two.stop()
  expect(server()).toBeUndefined()
})

test('a server killed outright comes back on the same address, with what it had stored', async () => {
  const embedded = await startEmbedded({ dataDir, log })
  await asks(embedded.adminUrl, 'create table kept as select 7 as value')
  const { pid } = server()!
  process.kill(pid, 'SIGKILL')
  await expect
    .poll(() => asks(embedded.adminUrl, 'select value from kept').catch(() => undefined), { timeout: 30_000 })
    .toEqual({ value: 7 })
  expect(server()!.pid).not.toBe(pid)
  await embedded.stop()
})

test('a lock file that names another program does not keep the server from starting', async () => {
  await (await startEmbedded({ dataDir, log })).stop()
  const { cluster } = homeAt(dataDir)
  writeFileSync(join(cluster, 'postmaster.pid'), [process.ppid, cluster, 1, 5432, '', '', '', 'ready'].join('\n'))
  await (await startEmbedded({ dataDir, log })).stop()
})

test('only this machine reaches it, only with a password, and the passwords are closed to others', async () => {
  const embedded = await startEmbedded({ dataDir, log })
  expect(
    await asks(
      embedded.adminUrl,
      `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets`,
    ),
  ).toEqual({ addresses: '127.0.0.1', sockets: '' })
  await expect(asks(embedded.url.replace(/:[^:@]+@/, ':guessed@'), 'select 1')).rejects.toMatchObject({ code: '28P01' })
  expect(statSync(homeAt(dataDir).secrets).mode & 0o077).toBe(0)
  await embedded.stop()
})

test('libraries find each other where install scripts did not run', () => {
  const native = join(folder, 'native')
  cpSync(findBinaries(), native, { recursive: true, verbatimSymlinks: true })
  const starts = () => spawnSync(join(native, 'bin/initdb'), ['--version']).status
  unlinkSync(join(native, 'lib/libicuuc.so.60'))
  expect(starts()).not.toBe(0)
  linkLibraries(native)
  linkLibraries(native)
  expect(starts()).toBe(0)
})

test.skipIf(!isRoot).each([
  ['open to everyone', 0o755],
  ['closed to everyone but root', 0o700],
])('as root, in a folder %s, the server runs as an account without rights', async (_, mode) => {
  chmodSync(folder, mode)
  const embedded = await startEmbedded({ dataDir, log })
  expect(statSync(`/proc/${server()!.pid}`).uid).toBe(serverAccount(homeAt(dataDir).cluster)!.uid)
  expect(statSync(`/proc/${server()!.pid}`).uid).not.toBe(0)
  await asks(embedded.adminUrl, 'create table kept as select 7 as value')
  await embedded.stop()
  const again = await startEmbedded({ dataDir, log })
  expect(await asks(again.adminUrl, 'select value from kept')).toEqual({ value: 7 })
  await again.stop()
})

test.skipIf(!isRoot)('as root, programs in a closed folder are copied to where their account can run them', () => {
  const native = join(folder, 'closed/native')
  cpSync(findBinaries(), native, { recursive: true, verbatimSymlinks: true })
  cpSync(join(findBinaries(), '../package.json'), join(native, '../package.json'))
  const shelf = join(folder, 'shelf')
  mkdirSync(shelf)
  chmodSync(folder, 0o755)
  chmodSync(join(folder, 'closed'), 0o700)
  const account = serverAccount(dataDir)!
  expect(spawnSync(join(native, 'bin/initdb'), ['--version'], account).status).not.toBe(0)
  const copy = binariesFor(account, native, [shelf])
  expect(copy.startsWith(shelf)).toBe(true)
  expect(execFileSync(join(copy, 'bin/initdb'), ['--version'], { ...account, encoding: 'utf8' })).toContain('18.')
  expect(binariesFor(account, native, [shelf])).toBe(copy)
})

test.skipIf(!isRoot)('as an ordinary user, the server runs as that user', async () => {
  const uid = 65534
  chownSync(folder, uid, uid)
  const embedded = await launchElsewhere(dataDir, { uid, gid: uid })
  expect(statSync(`/proc/${server()!.pid}`).uid).toBe(uid)
  await embedded.stop()
  expect(existsSync(homeAt(dataDir).secrets)).toBe(true)
})
