import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname } from 'node:path'

export type Account = { uid: number; gid: number }

// PostgreSQL refuses to run as root. The account that owns an existing cluster stays with it.
export function serverAccount(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const existing = statSync(cluster, { throwIfNoEntry: false })
  if (existing && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid }
  for (const name of ['postgres', 'nobody']) {
    const account = lookUp(name)
    if (account) return account
  }
  throw new Error(
    'The embedded database cannot run as root and found neither the account "postgres" nor "nobody": start as an ordinary user, or set DATABASE_URL.',
  )
}

function lookUp(name: string): Account | undefined {
  try {
    const number = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: number('-u'), gid: number('-g') }
  } catch {
    return undefined
  }
}

export function canReach(file: string, account: Account): boolean {
  const { uid, gid, mode } = statSync(file)
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0
  if (((mode >> shift) & 0o5) !== 0o5) return false
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const above = statSync(folder)
    const aboveShift = above.uid === account.uid ? 6 : above.gid === account.gid ? 3 : 0
    if (((above.mode >> aboveShift) & 0o1) === 0) return false
    if (folder === dirname(folder)) return true
  }
}
