import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, type Home } from './cluster'

// One file per process that uses the server: the last one to leave stops it.
export function hold(home: Home) {
  mkdirSync(home.holders, { recursive: true })
  writeFileSync(join(home.holders, String(process.pid)), '')
}

export function letGo(home: Home) {
  rmSync(join(home.holders, String(process.pid)), { force: true })
}

export function isHeld(home: Home): boolean {
  const pids = readdirSync(home.holders).map(Number)
  pids.filter((pid) => !isAlive(pid)).forEach((pid) => rmSync(join(home.holders, String(pid)), { force: true }))
  return pids.some(isAlive)
}
