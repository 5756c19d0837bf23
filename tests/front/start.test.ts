import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, inject, it } from 'vitest'
import { startApp, type App } from '../support/app'
import { ask, builtPages } from '../support/site'
import { cloneTemplate } from '../support/template'

builtPages()
const started: App[] = []
const folders: string[] = []

afterEach(async () => {
  for (const app of started.splice(0)) await app.stop()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

async function anApp(env: Record<string, string> = {}) {
  const server = inject('testServer')
  const dataDir = mkdtempSync(join(tmpdir(), 'kaimen-start-'))
  folders.push(dataDir)
  const database = `${server.prefix}_start_${Math.random().toString(36).slice(2)}`
  await cloneTemplate(server, database)
  const app = await startApp({ server, database, dataDir, env: { DEMO: 'off', ...env } })
  started.push(app)
  return app
}

it('a busy port leads to the next free one, and the start says so', async () => {
  const busy = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => busy.once('listening', done))
  const { port } = busy.address() as AddressInfo
  const app = await anApp({ PORT: String(port) })
  expect(Number(new URL(app.url).port)).toBeGreaterThan(port)
  expect(app.lines.join('\n')).toContain(`${port} 已被占用`)
  busy.close()
})

it('a wrong setting stops the start with one clear line', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], {
    env: { ...process.env, PORT: 'eighty' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (data) => (said += data))
  const code = await new Promise((ended) => child.once('exit', ended))
  expect(code).toBe(1)
  expect(said.trim()).toMatch(/^PORT: [^\n]+$/)
})

it('SIGTERM finishes the request under way, takes no new one and ends with 0', async () => {
  const app = await anApp()
  const { hostname, port } = new URL(app.url)
  const body = 'lang=en&back=/reports'
  const socket = connect(Number(port), hostname)
  let answer = ''
  socket.on('data', (data) => (answer += data))
  const closed = new Promise((done) => socket.once('close', done))
  socket.write(
    `POST /preferences HTTP/1.1\r\nHost: ${hostname}:${port}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\nlang=en`,
  )
  // Another answer proves that the half-sent request has been taken up.
  expect((await ask(`${app.url}/readyz`)).status).toBe(200)
  process.kill(app.pid, 'SIGTERM')
  await until(async () => (await ask(`${app.url}/readyz`).catch(() => ({ status: 503 }))).status === 503)
  socket.write(body.slice('lang=en'.length))
  await closed
  expect(answer).toContain('303 See Other')
  expect(answer).toContain('lang=en')
  expect(await app.ended).toBe(0)
})

async function until(condition: () => Promise<boolean>) {
  while (!(await condition())) await new Promise((next) => setImmediate(next))
}
