import { createHash } from 'node:crypto'

/** The counter that surrounds the key has 16 bits. */
export const ENTRIES_MOST = 65_536

const NUMBER = /^\d{1,40}(\.\d{1,40})?$/

/** RFC 3797 §4, step 1: no leading zeros, none at the end of a fraction; every number ends with a full stop or has one inside. */
function canonical(typed: string): string | null {
  if (!NUMBER.test(typed)) return null
  const [whole, fraction = ''] = typed.split('.') as [string, string?]
  return `${whole.replace(/^0+(?=\d)/, '')}.${fraction.replace(/0+$/, '')}`
}

function inOrder(a: string, b: string): number {
  const [[wholeA, restA], [wholeB, restB]] = [a.split('.'), b.split('.')] as [[string, string], [string, string]]
  if (wholeA.length !== wholeB.length) return wholeA.length - wholeB.length
  if (wholeA !== wholeB) return wholeA < wholeB ? -1 : 1
  return restA === restB ? 0 : restA < restB ? -1 : 1
}

/**
 * RFC 3797 §4, steps 1 to 4: the string that the value of the sources comes to. Each line is one source, its numbers
 * however separated; they are sorted, so that the order in which they were read out does not matter. Null where a line
 * is no list of numbers.
 */
export function keyOf(value: string): string | null {
  const lines = value.normalize('NFKC').split('\n')
  const sources = lines.map((each) => each.split(/[\s,;、]+/).filter(Boolean)).filter((numbers) => numbers.length > 0)
  const written = sources.map((numbers) => numbers.map(canonical))
  if (written.length === 0 || written.some((numbers) => numbers.includes(null))) return null
  return written.map((numbers) => `${(numbers as string[]).sort(inOrder).join('')}/`).join('')
}

/** RFC 3797 §4, step 5: MD5 of the key between two copies of the counter, read as one big-endian number of 128 bits. */
export function randomAt(key: string, index: number): bigint {
  const counter = Buffer.from([index >> 8, index & 0xff])
  const text = Buffer.from(key, 'ascii')
  return BigInt(`0x${createHash('md5').update(counter).update(text).update(counter).digest('hex')}`)
}

/** RFC 3797 §4, step 6: the whole pool of entries 1 to `count` in the order in which they are drawn. */
export function orderOf(key: string, count: number): number[] {
  if (count > ENTRIES_MOST) throw new RangeError(`more than ${ENTRIES_MOST} entries`)
  const left = Array.from({ length: count }, (_, index) => index + 1)
  return Array.from({ length: count }, (_, index) => left.splice(Number(randomAt(key, index) % BigInt(left.length)), 1)[0]!)
}
