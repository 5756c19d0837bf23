import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoSignIns } from '#db/demo/people'
import { ask } from '../support/site'

const root = fileURLToPath(new URL('../..', import.meta.url))
const listed = spawnSync('git', ['-c', 'safe.directory=*', 'ls-files', '-z'], { cwd: root, encoding: 'utf8' })
const tracked = listed.status === 0 ? listed.stdout.split('\0').filter((file) => file && existsSync(join(root, file))) : []

// Closed to everyone else, as a home often is.
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaimen-checkout-'))
  for (const file of tracked) cpSync(join(root, file), join(folder, file), { recursive: true })
  symlinkSync(realpathSync(join(root, 'node_modules')), join(folder, 'node_modules'))
  // Taken only if it was made of the very same sources; npm test begins by making it from nothing.
  if (existsSync(join(root, 'build'))) cpSync(join(root, 'build'), join(folder, 'build'), { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, maxRetries: 5 }))

/** `npm start` with no setting but the port, until the block has been printed. */
async function start() {
  const port = String(20_000 + Math.floor(Math.random() * 20_000))
  const { PATH, HOME } = process.env
  const env = { PATH, HOME, PORT: port } as unknown as NodeJS.ProcessEnv
  const child = spawn('npm', ['start'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const lines: string[] = []
  const ended = once(child, 'exit').then(() => 'ended')
  const printed = new Promise<void>((done) =>
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line)
      if (line.includes('DEMO=off, with')) done()
    }),
  )
  if ((await Promise.race([printed, ended])) === 'ended') throw new Error(lines.join('\n'))
  const site = /Kaimen\s+(http:\S+)/.exec(lines.join('\n'))![1]!.replace('localhost', '127.0.0.1')
  const stop = async () => {
    // As Ctrl+C does: to all of them.
    process.kill(-child.pid!, 'SIGINT')
    await ended
  }
  return { site, said: lines.join('\n'), stop }
}

test.skipIf(tracked.length === 0)(
  `${tracked.length === 0 ? '(skipped: this is no git checkout) ' : ''}with nothing but what is tracked, npm start has its pages, lays the demo county and answers; the second start uses all of it again`,
  { timeout: 300_000 },
  async () => {
    const first = await start()
    expect((await ask(first.site)).status).toBe(200)
    for (const { login } of demoSignIns) expect(first.said).toContain(login)
    expect(first.said).toContain(join(folder, 'data'))
    expect(first.said).toContain('Making the embedded database')
    await first.stop()
    const second = await start()
    expect((await ask(`${second.site}/consultations/e-bikes`)).status).toBe(200)
    expect(second.said).not.toMatch(/Building|Making/)
    await second.stop()
  },
)
