import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { TestServer } from './global-setup'
import { inDatabase } from './template'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }
const [, ...started] = scripts.start.split(' ')

export type App = {
  url: string
  lines: string[]
  errors: string[]
  pid: number
  ended: Promise<number | null>
  stop(signal?: NodeJS.Signals): Promise<void>
}

type Given = { server?: TestServer; database?: string; dataDir: string; env?: Record<string, string> }

/** The built app as `npm start` runs it, on a free port; in one of the test server's databases, or else with its embedded one. */
export async function startApp({ server, database = '', dataDir, env = {} }: Given): Promise<App> {
  const child = spawn(process.execPath, started, {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(20_000 + Math.floor(Math.random() * 20_000)),
      DATABASE_URL: server ? inDatabase(server.appUrl, database) : '',
      DATABASE_OWNER_URL: server ? inDatabase(server.ownerUrl, database) : '',
      KEY_FILE: join(dataDir, 'kaimen.key'),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const lines: string[] = []
  const errors: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => {
    errors.push(line)
    console.error(line)
  })
  const url = await new Promise<string>((ready, failed) => {
    child.once('exit', (code) => failed(new Error(`the app ended with ${code}: ${lines.join('\n')}`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line)
      const found = /Kaimen\s+(http:\S+)/.exec(line)
      if (found) ready(found[1]!)
    })
  })
  return {
    url: url.replace('localhost', '127.0.0.1'),
    lines,
    errors,
    pid: child.pid!,
    ended,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      await ended
    },
  }
}
