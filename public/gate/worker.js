// @ts-check
// Serves the gate's own page, and what it is made of, where there is no network. Its scope is that one page; it keeps nothing
// that it was not told to keep, and no data.
const worker = /** @type {any} */ (self)
const KEPT = 'kaimen-gate-1'
const PATIENCE_MS = 4_000

worker.addEventListener('install', () => worker.skipWaiting())
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(tidy().then(() => worker.clients.claim())))

async function tidy() {
  const old = (await caches.keys()).filter((name) => name.startsWith('kaimen-gate-') && name !== KEPT)
  await Promise.all(old.map((name) => caches.delete(name)))
}

worker.addEventListener('message', (/** @type {any} */ event) => {
  if (!Array.isArray(event.data?.keep)) return
  event.waitUntil(
    keep(event.data.keep).then(
      () => event.ports[0]?.postMessage(true),
      () => event.ports[0]?.postMessage(false),
    ),
  )
})

/** All or nothing: a page with half of its parts is worse than yesterday's. @param {string[]} urls */
async function keep(urls) {
  const answers = await Promise.all(
    urls.map(async (url) => {
      const answer = await fetch(url, { cache: 'no-cache', redirect: 'error' })
      if (!answer.ok) throw new Error(url)
      return { url, answer }
    }),
  )
  const cache = await caches.open(KEPT)
  await Promise.all(answers.map(({ url, answer }) => cache.put(url, answer)))
}

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  const page = request.mode === 'navigate' && pathname === new URL(worker.registration.scope).pathname
  const part = request.mode !== 'navigate' && origin === worker.location.origin && /\.(js|css|svg)$/.test(pathname)
  if (request.method === 'GET' && (page || part)) event.respondWith(answer(request))
})

/** The network's answer; without one, or when it is long in coming, what was kept. @param {Request} request */
async function answer(request) {
  const kept = await (await caches.open(KEPT)).match(request, { ignoreVary: true, ignoreSearch: true })
  if (!kept) return fetch(request)
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS))
  const fresh = fetch(request).then(
    (response) => (response.status >= 500 ? kept : response),
    () => kept,
  )
  return Promise.race([fresh, late])
}
