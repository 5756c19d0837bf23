import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { DocxText } from './docx.server'

const LIMITS = { seconds: 10, megabytes: 256 }

let turn: Promise<unknown> = Promise.resolve()

/**
 * Reads a Word document in a process of its own, one after another. Staff upload what they were mailed: whatever such
 * a file does to its reader, in time, memory or a crash, the site goes on.
 */
export function readDocx(bytes: Buffer, limits = LIMITS): Promise<DocxText> {
  const mine = turn.then(() => readApart(bytes, limits))
  turn = mine.catch(() => undefined)
  return mine
}

function readApart(bytes: Buffer, { seconds, megabytes }: typeof LIMITS): Promise<DocxText> {
  const tsx = createRequire(import.meta.url).resolve('tsx')
  const child = spawn(process.execPath, [`--max-old-space-size=${megabytes}`, '--import', pathToFileURL(tsx).href, childFile()], {
    // Nothing of ours is in its environment: no key, no password of the database.
    env: { NODE_ENV: 'production' },
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
  })
  const [out, err]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (part: Buffer) => out.push(part))
  child.stderr.on('data', (part: Buffer) => err.push(part))
  // A process that died no longer reads: its end says why.
  child.stdin.on('error', () => undefined).end(bytes)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve(JSON.parse(Buffer.concat(out).toString()) as DocxText)
      else if (signal) resolve({ ok: false, why: 'docx-heavy' })
      else reject(new Error(`the reader of Word documents ended with ${code}: ${Buffer.concat(err).toString().slice(-2000)}`))
    })
  })
}

/** The reader's own file; this module may run from there or from the build. */
function childFile(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const file = join(folder, 'app/files/docx-child.ts')
    if (existsSync(file)) return file
    if (folder === dirname(folder)) throw new Error('app/files/docx-child.ts is missing')
  }
}
