// @ts-check
import { dropScans, keepScan, keepScans, scansOf } from './store.js'
import { tell, toldScan, waitAfter } from './send.js'

/**
 * @typedef {import('./store.js').Scan} Scan
 * @typedef {import('./store.js').Answer} Answer
 * @typedef {import('./send.js').Failure} Failure
 * @typedef {{ url: string, day: number, device: () => string, changed: (failure: Failure | null, waitMs: number) => void }} Given
 */

const AT_ONCE = 50
const ASK_MS = 2_500
const OLD_MS = 3 * 24 * 3_600_000

/** The scans of this day on this device: what is told already, and what is still to be told. @param {Given} given */
export async function openQueue({ url, day, device, changed }) {
  const scans = new Map((await scansOf(day)).map((scan) => [scan.nonce, scan]))
  const old = [...scans.values()].filter(({ sent, at }) => sent && Date.now() - at > OLD_MS).map(({ nonce }) => nonce)
  await dropScans(old)
  for (const nonce of old) scans.delete(nonce)
  /** Scans that the server is being asked about. @type {Set<string>} */
  const asking = new Set()
  let sending = false
  let failures = 0
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer

  const waiting = () =>
    [...scans.values()].filter(({ sent, refused, nonce }) => !sent && !refused && !asking.has(nonce)).sort((a, b) => a.at - b.at)

  /** @param {Scan[]} batch @param {Answer[]} answers */
  async function settle(batch, answers) {
    const told = batch.flatMap((scan) => {
      const answer = answers.find(({ nonce }) => nonce === scan.nonce)
      return answer ? [toldScan(scan, answer)] : []
    })
    await keepScans(told)
    for (const scan of told) scans.set(scan.nonce, scan)
    return told.length
  }

  /** @param {Failure} failure */
  function pause(failure) {
    failures += 1
    const ms = waitAfter(failures - 1)
    clearTimeout(timer)
    // Without a session or a right to it, trying again helps nobody: the page is opened anew after signing in.
    if (failure === 'away') timer = setTimeout(send, ms)
    changed(failure, ms)
  }

  /** Tells everything that waits, in its order. */
  async function send() {
    if (sending) return
    sending = true
    clearTimeout(timer)
    let most = AT_ONCE
    try {
      for (let batch = waiting().slice(0, most); batch.length > 0; batch = waiting().slice(0, most)) {
        const answers = await tell(url, device(), batch)
        if (answers === 'refused' && batch.length > 1) most = Math.max(1, Math.floor(batch.length / 2))
        else if (answers === 'refused') await keep({ .../** @type {Scan} */ (batch[0]), refused: true })
        else if (!Array.isArray(answers)) return pause(answers)
        else if ((await settle(batch, answers)) === 0) return pause('away')
        changed(null, 0)
      }
      failures = 0
      changed(null, 0)
    } finally {
      sending = false
    }
  }

  /** @param {Scan} scan @param {boolean} [toAsk] told only after the server was asked */
  async function keep(scan, toAsk = false) {
    if (toAsk) asking.add(scan.nonce)
    await keepScan(scan)
    scans.set(scan.nonce, scan)
  }

  /** Lets the server decide, if it does so at once. @param {Scan} scan @returns {Promise<Answer | Failure>} */
  async function ask(scan) {
    const patience = new AbortController()
    const late = setTimeout(() => patience.abort(), ASK_MS)
    asking.add(scan.nonce)
    const answers = await tell(url, device(), [scan], { asked: true, signal: patience.signal })
    clearTimeout(late)
    // What the server says is what is shown.
    if (Array.isArray(answers) && answers[0]) await settle([{ ...scan, said: answers[0].outcome }], answers)
    asking.delete(scan.nonce)
    return Array.isArray(answers) ? (answers[0] ?? 'away') : answers
  }

  return {
    ...{ send, keep, ask, pause },
    waiting: () => waiting().length,
    notTaken: () => [...scans.values()].filter(({ refused }) => refused).length,
    all: () => [...scans.values()],
    /** @param {string} nonce */
    async drop(nonce) {
      await dropScans([nonce])
      scans.delete(nonce)
    },
    /** When this device let in what has this mark. @param {string} mark */
    came: (mark) =>
      [...scans.values()].find(
        (scan) =>
          scan.mark === mark &&
          (scan.answer ? scan.answer.outcome === 'admitted' || scan.answer.conflict : scan.said === 'admitted' || scan.said === 'unlisted'),
      )?.at,
  }
}
