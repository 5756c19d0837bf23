// @ts-check
/**
 * @typedef {import('./store.js').Scan} Scan
 * @typedef {import('./store.js').Answer} Answer
 * @typedef {'away' | 'signed-out' | 'not-yours' | 'refused'} Failure
 */

/**
 * Tells the server of scans; with `asked` it is to decide, otherwise it is told what this device decided. The clock goes
 * along, so that the server can correct it.
 * @param {string} url @param {string} device @param {Scan[]} scans @param {{ asked?: boolean, signal?: AbortSignal }} [how]
 * @returns {Promise<Answer[] | Failure>}
 */
export async function tell(url, device, scans, { asked = false, signal } = {}) {
  const told = {
    device,
    now: Date.now(),
    scans: scans.map(({ nonce, shown, at, said }) => ({ nonce, shown, at, said: asked ? null : said })),
  }
  let response
  try {
    response = await fetch(url, { method: 'POST', body: new URLSearchParams({ told: JSON.stringify(told) }), redirect: 'manual', signal })
  } catch {
    return 'away'
  }
  return response.ok ? ((await response.json().catch(() => ({}))).answers ?? 'away') : failureOf(response)
}

/** @param {Response} response @returns {Failure} */
export function failureOf(response) {
  if (response.type === 'opaqueredirect') return 'signed-out'
  if (response.status === 403 || response.status === 404) return 'not-yours'
  return response.status === 400 || response.status === 413 || response.status === 422 ? 'refused' : 'away'
}

/** The scan once it is told: what was shown is needed no more. @param {Scan} scan @param {Answer} answer @returns {Scan} */
export function toldScan({ shown: _shown, ...scan }, { outcome, why, conflict, number, position }) {
  return { ...scan, sent: 1, answer: { outcome, why, conflict, number, position } }
}

const FIRST_MS = 4_000
const MOST_MS = 5 * 60_000
/** How long to wait after so many failures in a row. @param {number} failures */
export const waitAfter = (failures) => Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(failures, 10))
