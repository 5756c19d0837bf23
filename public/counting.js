// What a reader counts as characters, as the server does (app/web/text.ts).
const graphemes = window.Intl?.Segmenter && new Intl.Segmenter('zh', { granularity: 'grapheme' })
const charactersOf = (text) => [...(graphemes ? graphemes.segment(text) : text)].length
const PAUSE_MS = 1000

for (const line of document.querySelectorAll('[data-counts]')) {
  const { counts, max, left, over } = line.dataset
  const field = document.getElementById(counts)
  const voice = document.createElement('p')
  voice.className = 'visually-hidden'
  voice.setAttribute('role', 'status')
  line.after(voice)
  let pause

  const count = () => {
    const rest = Number(max) - charactersOf(field.value)
    line.textContent = (rest < 0 ? over : left).replace('{count}', Math.abs(rest))
    line.classList.toggle('is-over', rest < 0)
    return rest
  }
  line.hidden = false
  count()
  // Going back, the browser puts in what was typed after this has run.
  addEventListener('pageshow', count)
  field.addEventListener('input', () => {
    const rest = count()
    clearTimeout(pause)
    // Who listens is told near the end of the room alone, once the typing pauses.
    if (rest < Number(max) / 10) pause = setTimeout(() => (voice.textContent = line.textContent), PAUSE_MS)
  })
}
