// @ts-check
import { markOf, open, readCode, readTicket } from './seals.js'

/**
 * @typedef {import('./seals.js').List} List
 * @typedef {import('./seals.js').Entry} Entry
 * @typedef {'admitted' | 'unlisted' | 'repeat' | 'refused'} Said
 * @typedef {{ said: Said, why?: string, entry?: Entry, cameAt?: number, shown: string, mark: string }} Verdict
 */

/**
 * What this device says by itself to what was shown. Null for a number of the list: the list is sealed, it cannot be looked
 * up by number. `came` tells when this device let a mark in.
 * @param {string} scanned @param {List} list @param {(mark: string) => number | undefined} came @returns {Promise<Verdict | null>}
 */
export async function judge(scanned, list, came) {
  const text = scanned.trim()
  const ticket = await readTicket(text, list.ticketKey)
  if (ticket === 'forged') return refusal(text, 'unknown')
  const code = ticket === 'none' ? readCode(text) : null
  if (ticket === 'none' && !code) return isListed(text) ? null : refusal(text, 'unknown')
  const entry = await open(list, code ?? text)
  if (entry) return ofEntry(entry, came)
  if (code) return refusal(text, 'not-on-list')
  if (typeof ticket !== 'object') return refusal(text, 'unproved')
  if (ticket.openDayId !== list.openDayId) return refusal(text, 'other-day')
  const mark = await markOf(text)
  const cameAt = came(mark)
  return cameAt === undefined ? { said: 'unlisted', shown: text, mark } : { said: 'repeat', cameAt, shown: text, mark }
}

/** @param {string} text */
const isListed = (text) => /^\d{1,3}[-－—.\s]\d{1,6}$/.test(text.normalize('NFKC'))

/** @param {string} text @param {string} why @returns {Promise<Verdict>} */
const refusal = async (text, why) => ({ said: 'refused', why, shown: text, mark: await markOf(text) })

/** @param {Entry} entry @param {(mark: string) => number | undefined} came @returns {Promise<Verdict>} */
async function ofEntry(entry, came) {
  const mark = await markOf(entry.pass)
  const known = { entry, shown: entry.pass, mark }
  if (entry.outcome === 'refused') return { said: 'refused', why: entry.why, ...known }
  const cameAt = came(mark) ?? (entry.cameAt ? Date.parse(entry.cameAt) : undefined)
  return cameAt === undefined ? { said: 'admitted', ...known } : { said: 'repeat', cameAt, ...known }
}
