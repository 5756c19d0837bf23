// @ts-check
const lacks = document.getElementById('gate-lacks')
const missing = !globalThis.isSecureContext
  ? 'insecure'
  : !(globalThis.crypto?.subtle && globalThis.indexedDB && navigator.serviceWorker)
    ? 'old'
    : ''

if (missing && lacks) lacks.textContent = lacks.dataset[missing] ?? ''
// What an older browser does not understand it is not given to read.
else import('./desk.js').then(({ start }) => start()).catch(() => lacks && (lacks.textContent = lacks.dataset.old ?? ''))
