import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { dirname } from 'node:path'

// Run as a process of its own by key-file.test.ts. Whoever asks whether the key is there is told "no": so it was for
// everyone a moment ago.
const [path, way] = process.argv.slice(2) as [string, 'ours' | 'careless']
const { ensureKeyFile } = await import('~/sealing.server')
fs.mkdirSync(dirname(path), { recursive: true })

process.once('message', () => {
  process.send!(way === 'ours' ? ours() : careless(), undefined, undefined, () => process.disconnect())
})
process.send!('ready')

function ours() {
  const own = fs.existsSync
  fs.existsSync = () => false
  syncBuiltinESMExports()
  ensureKeyFile(path)
  fs.existsSync = own
  syncBuiltinESMExports()
  return fs.readFileSync(path, 'utf8')
}

function careless() {
  const key = randomBytes(32).toString('base64')
  fs.writeFileSync(path, key, { mode: 0o600 })
  return key
}
