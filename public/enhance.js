const all = (selector, from = document) => [...from.querySelectorAll(selector)]

// Said to screen readers, not shown
const voice = document.createElement('p')
voice.className = 'visually-hidden'
voice.setAttribute('role', 'status')
document.body.append(voice)
const say = (text) => {
  voice.textContent = ''
  setTimeout(() => (voice.textContent = text || ''), 50)
}

// Not every browser follows autofocus there.
document.getElementById('error-summary')?.focus()

// Its links must land in the field.
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('#error-summary a[href^="#"]')
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))
  if (!field) return
  event.preventDefault()
  ;(field.closest('.field, .fieldset') || field).scrollIntoView()
  field.focus({ preventScroll: true })
})

for (const button of all('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}
let closed = []
addEventListener('beforeprint', () => (closed = all('details:not([open])')).forEach((one) => (one.open = true)))
addEventListener('afterprint', () => closed.forEach((one) => (one.open = false)))

// Copy; plain http has no clipboard API, the old way works there.
async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  const box = document.createElement('textarea')
  box.value = text
  box.className = 'visually-hidden'
  document.body.append(box)
  box.select()
  const done = document.execCommand('copy')
  box.remove()
  if (!done) throw done
}
for (const button of all('[data-copy]')) {
  const words = button.querySelector('span') || button
  const usual = words.textContent
  button.hidden = false
  button.addEventListener('click', async () => {
    const { copy: target, copyText, done, failed } = button.dataset
    let said = done
    try {
      await copy(copyText ?? document.getElementById(target).textContent.trim())
    } catch {
      said = failed
    }
    words.textContent = said
    say(said)
    setTimeout(() => (words.textContent = usual), 4000)
  })
}

// Read aloud by sentences: browsers cut long texts off without a word.
const speech = window.speechSynthesis
const pieces = (text) => text.match(/[^。！？；.!?;\n]{1,180}[。！？；.!?;\n]*/g) || []
function reader(button) {
  const stop = button.parentElement.querySelector('[data-read-stop]')
  const target = document.getElementById(button.dataset.read)
  if (!target) return
  const lang = target.closest('[lang]')?.lang || 'zh-CN'
  const offer = () => {
    const voices = speech.getVoices()
    button.hidden = !stop.hidden || (voices.length > 0 && !voices.some((one) => one.lang.slice(0, 2) === lang.slice(0, 2)))
  }
  const silent = () => {
    const had = document.activeElement === stop
    stop.hidden = true
    offer()
    if (had) button.focus()
  }
  button.addEventListener('click', () => {
    speech.cancel()
    // Buttons between the articles are not read.
    target.classList.add('is-read')
    const text = target.innerText
    target.classList.remove('is-read')
    const queue = pieces(text).map((text) => Object.assign(new SpeechSynthesisUtterance(text), { lang, rate: 0.95 }))
    if (queue.length === 0) return
    for (const one of queue) one.onerror = silent
    queue.at(-1).onend = silent
    stop.hidden = false
    button.hidden = true
    stop.focus()
    for (const one of queue) speech.speak(one)
  })
  stop.addEventListener('click', () => {
    speech.cancel()
    silent()
  })
  speech.addEventListener?.('voiceschanged', offer)
  offer()
}
if (speech && window.SpeechSynthesisUtterance) {
  all('[data-read]').forEach(reader)
  addEventListener('pagehide', () => speech.cancel())
}

// Typed text survives a lost connection.
const storage = (() => {
  try {
    sessionStorage.setItem('keep?', '1')
    sessionStorage.removeItem('keep?')
    return sessionStorage
  } catch {
    return null
  }
})()
for (const mark of all('[data-keep-clear]')) storage?.removeItem('keep:' + mark.dataset.keepClear)

for (const form of all('form[data-keep]')) {
  const key = 'keep:' + form.dataset.keep
  const fields = all('textarea, input, select', form).filter(
    (field) => field.name && !/hidden|password|file|submit/.test(field.type) && !field.closest('[data-keep-not]'),
  )
  const ticked = (field) => field.type === 'checkbox' || field.type === 'radio'
  let changed = false
  let saved = []
  try {
    // What a refused form brings back is newer than what was kept.
    if (!document.getElementById('error-summary')) saved = JSON.parse(storage?.getItem(key) || '[]')
  } catch {
    // not ours
  }
  for (const [name, value, on] of saved) {
    const field = fields.find((one) => one.name === name && (!ticked(one) || one.value === value))
    if (!field) continue
    if (ticked(field) ? field.checked !== on : field.value !== value) changed = true
    if (ticked(field)) field.checked = on
    else field.value = value
  }
  if (changed) say(form.dataset.keepRestored)
  const keep = () => {
    changed = true
    try {
      storage?.setItem(key, JSON.stringify(fields.map((field) => [field.name, field.value, field.checked])))
    } catch {
      // full
    }
  }
  form.addEventListener('input', keep)
  form.addEventListener('change', keep)
  addEventListener('beforeunload', (event) => {
    if (!storage && changed && !form.dataset.sent) event.preventDefault()
  })
}

// One press, one sending; the server knows a repeated form key anyway.
document.addEventListener('submit', (event) => {
  const form = event.target
  if (event.defaultPrevented || form.method !== 'post') return
  if (form.dataset.sent) return event.preventDefault()
  form.dataset.sent = 'yes'
  event.submitter?.setAttribute('aria-disabled', 'true')
  // A lost connection must not leave a dead form
  setTimeout(() => ready(form), 10000)
})
function ready(form) {
  delete form.dataset.sent
  for (const button of all('[aria-disabled="true"]', form)) button.removeAttribute('aria-disabled')
}
addEventListener('pageshow', () => all('form[data-sent]').forEach(ready))
