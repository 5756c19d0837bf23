// @ts-check
/**
 * @typedef {import('./store.js').Answer} Answer
 * @typedef {import('./store.js').Scan} Scan
 * @typedef {import('./verdict.js').Verdict} Verdict
 * @typedef {{ verdict: 'idle' | 'admitted' | 'unlisted' | 'repeat' | 'refused' | 'unknown', word: string, people?: string, who?: string, note?: string }} Shown
 */
/** @param {string} id */
export const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id))

export const gate = at('gate')
const said = JSON.parse(gate.dataset.words ?? '{}')

/** @param {string} key @param {Record<string, string | number>} [values] @returns {string} */
export function t(key, values = {}) {
  const text = key.split('.').reduce((from, part) => from?.[part], said) ?? key
  return String(text).replace(/\{\{(\w+)\}\}/g, (_, name) => String(values[name] ?? ''))
}

const clock = new Intl.DateTimeFormat(document.documentElement.lang, {
  timeZone: gate.dataset.zone,
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})
/** @param {number | string} instant */
export const time = (instant) => clock.format(new Date(instant))

const patterns = { admitted: [120], unlisted: [60, 60, 60], repeat: [250, 120, 250], refused: [500], unknown: [500] }

/** @param {Shown} shown */
export function show({ verdict, word, people = '', who = '', note = '' }) {
  const box = at('gate-verdict')
  box.dataset.verdict = verdict
  at('gate-word').textContent = word
  at('gate-people').textContent = people
  at('gate-who').textContent = who
  at('gate-note').textContent = note
  box.scrollIntoView({ block: 'nearest' })
  if (verdict !== 'idle') navigator.vibrate?.(patterns[verdict])
}

/** What this device says. @param {Verdict} verdict @returns {Shown} */
export function ofDevice({ said: verdict, why, entry, cameAt }) {
  const word = t(verdict)
  const who = entry ? t('who', { number: `${entry.position}-${entry.number}`, name: entry.name }) : ''
  const people = entry && verdict !== 'refused' ? t('people', { count: entry.people }) : ''
  if (verdict === 'refused') return { verdict, word, who, note: t(`why.${why}`) }
  if (verdict === 'repeat') return { verdict, word, people, who, note: t('first-at', { time: time(cameAt ?? 0) }) }
  if (verdict === 'unlisted' || !entry) return { verdict, word, note: t('unlisted-note') }
  return { verdict, word, people, who, note: [t('when', { time: time(entry.arriveAt) }), ...needs(entry)].join('　') }
}

/** @param {import('./seals.js').Entry} entry */
const needs = ({ wheelchairs, interpreter, quiet }) => [
  ...(wheelchairs ? [t('wheelchairs', { count: wheelchairs })] : []),
  ...(interpreter ? [t('interpreter')] : []),
  ...(quiet ? [t('quiet')] : []),
]

/** What the server says; the device's entry knows the needs. @param {Answer} answer @param {Verdict | null} own @returns {Shown} */
export function ofServer({ outcome, why, people, number, position, name, firstAt }, own) {
  const word = t(outcome)
  const who = number === null ? '' : t('who', { number: `${position}-${number}`, name })
  if (outcome === 'refused') return { verdict: outcome, word, who, note: t(`why.${why}`) }
  if (outcome === 'repeat') return { verdict: outcome, word, who, note: firstAt ? t('first-at', { time: time(firstAt) }) : '' }
  return { verdict: outcome, word, people: t('people', { count: people }), who, note: own?.entry ? needs(own.entry).join('　') : '' }
}

/** The scans whose verdict turned out otherwise. @param {Scan[]} scans */
export function showDifferences(scans) {
  const different = scans.filter(
    ({ said: then, answer }) =>
      answer && (answer.conflict || (then !== 'unlisted' && then !== answer.outcome && answer.why !== 'turned-away')),
  )
  at('gate-differs').hidden = different.length === 0
  const rows = different.map(({ at: when, said: then, answer }) => {
    const row = document.createElement('li')
    const now = !answer?.conflict ? t(answer?.outcome ?? '') : t(answer.outcome === 'repeat' ? 'conflict' : 'against-books')
    const which = answer?.number ? t('numbered', { number: `${answer.position}-${answer.number}` }) : t('no-number')
    row.textContent = t('difference', { time: time(when), which, said: t(then), now })
    return row
  })
  at('gate-differs')
    .querySelector('ul')
    ?.replaceChildren(...rows)
}

/** @param {string} text */
export function trouble(text) {
  at('gate-trouble').textContent = text
  at('gate-trouble').hidden = text === ''
}
