// @ts-check
const EVERY_MS = 15_000
const box = /** @type {HTMLElement} */ (document.querySelector('[data-counts]'))
const note = /** @type {HTMLElement} */ (box.querySelector('[data-counts-note]'))

/** New numbers in their places; nothing moves, and only a new conflict or a lost connection is said aloud. */
async function look() {
  if (document.visibilityState === 'hidden') return
  try {
    const response = await fetch(box.dataset.counts ?? '', { redirect: 'manual' })
    if (!response.ok) throw response
    let conflicts = 0
    for (const { id, ...figures } of await response.json())
      for (const [name, value] of Object.entries(figures)) {
        const cell = document.querySelector(`[data-count="${id}-${name}"]`)
        if (name === 'conflicts' && Number(value) > Number(cell?.textContent)) conflicts += 1
        if (cell) cell.textContent = String(value)
      }
    if (conflicts > 0) say(box.dataset.conflict)
    else if (note.textContent === box.dataset.lost) say(note.dataset.countsNote)
  } catch {
    say(box.dataset.lost)
  }
}

/** @param {string | undefined} text */
const say = (text) => note.textContent !== text && (note.textContent = text ?? '')

say(note.dataset.countsNote)
setInterval(look, EVERY_MS)
addEventListener('online', look)
document.addEventListener('visibilitychange', look)
