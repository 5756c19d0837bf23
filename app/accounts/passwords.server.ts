import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { readPassword } from './password-rules'

// OWASP password storage: argon2id (the library's own choice of variant) with 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const MOST_AT_ONCE = 2
const MOST_WAITING = 50

let running = 0
const waiting: (() => void)[] = []

/** Sign-ins must not take the processor from readers: two hashes at a time, a short queue, and the rest is told to come back. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw new Response(null, { status: 429, headers: { 'Retry-After': '30' } })
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

export const hashPassword = (typed: string) => inTurn(() => hash(readPassword(typed), COST))

let nobodys: Promise<string> | undefined

/** Without an account the same work is done on a hash nobody has the password of, so that the time tells nothing. */
export async function isPassword(typed: string, stored: string | undefined): Promise<boolean> {
  nobodys ??= hash(randomBytes(32).toString('hex'), COST)
  const against = stored ?? (await nobodys)
  return (await inTurn(() => verify(against, readPassword(typed)))) && stored !== undefined
}
