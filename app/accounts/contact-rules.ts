export type Contact = { kind: 'phone' | 'email'; address: string }

const MOBILE = /^1[3-9]\d{9}$/
const EMAIL = /^[^\s@<>()",;:\\[\]]{1,64}@[^\s@<>()",;:\\[\]]{1,185}\.[^\s@.<>()",;:\\[\]]{2,}$/

/** One field for both: a mobile number or an e-mail address however it was typed, or null when it is neither. */
export function readContact(typed: string): Contact | null {
  const plain = typed.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')
  if (plain.includes('@')) return EMAIL.test(plain) ? { kind: 'email', address: plain.toLowerCase() } : null
  const digits = plain.replace(/[\p{Pd}().]/gu, '').replace(/^(?:\+|00)86|^86(?=1\d{10}$)/, '')
  return MOBILE.test(digits) ? { kind: 'phone', address: digits } : null
}

/** As lists show it: 138****1234, w***@example.cn. */
export function maskContact({ kind, address }: Contact): string {
  if (kind === 'phone') return `${address.slice(0, 3)}****${address.slice(-4)}`
  const at = address.lastIndexOf('@')
  return `${[...address.slice(0, at)][0] ?? ''}***${address.slice(at)}`
}
