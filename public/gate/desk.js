// @ts-check
import { watch } from './camera.js'
import { keepPage } from './keep.js'
import { openQueue } from './queue.js'
import { at, gate, ofDevice, ofServer, show, showDifferences, t, time, trouble } from './screen.js'
import { base64url } from './seals.js'
import { failureOf } from './send.js'
import { deviceName, keepList, listOf, nameDevice } from './store.js'
import { judge } from './verdict.js'

/** @typedef {Awaited<ReturnType<typeof openQueue>>} Queue */

const LIST_EVERY_MS = 5 * 60_000
/** A press is answered by then, also where the disk is not done. */
const SLOW_MS = 300
const day = Number(gate.dataset.day)
const below = gate.dataset.below ?? ''

/** @type {import('./seals.js').List | undefined} */
let list
let device = ''
/** Whether the last attempt to reach the server did. */
let reached = navigator.onLine
/** @type {Queue} */
let queue

export async function start() {
  list = await listOf(day)
  device = await deviceName()
  queue = await openQueue({ url: `${below}/gate/scans`, day, device: () => device, changed })
  void navigator.storage?.persist?.()
  at('gate-plain').hidden = true
  gate.hidden = false
  listen()
  work()
  bar()
  showDifferences(queue.all())
  await online()
  setInterval(() => document.visibilityState === 'visible' && void renewList(), LIST_EVERY_MS)
}

/** Everything that wants a network, as soon as there is one. */
async function online() {
  await Promise.all([queue.send(), renewList(), keepPage().then(kept, () => kept(false))])
}

/** @param {unknown} whole */
const kept = (whole) => (at('gate-kept').textContent = whole || navigator.serviceWorker.controller ? t('ready') : t('not-ready'))

function listen() {
  addEventListener('online', () => void online())
  addEventListener('offline', () => reach(false))
  at('gate-send').addEventListener('click', () => void queue.send())
  at('gate-camera').addEventListener('click', () => void toggleCamera())
  at('gate-naming').addEventListener('submit', (event) => {
    event.preventDefault()
    device = field('device').value.trim()
    work()
    // Nobody waits for the disk; a name that was not kept is asked again when the page is opened again.
    if (device) nameDevice(device).catch(() => {})
  })
  at('gate-form').addEventListener('submit', async (event) => {
    event.preventDefault()
    const text = field('shown').value
    if (!text.trim()) return
    field('shown').value = ''
    await scan(text)
    field('shown').focus({ preventScroll: true })
  })
}

/** @param {string} id */
const field = (id) => /** @type {HTMLInputElement} */ (at(id))

/** A device is named before its first scan. */
function work() {
  at('gate-naming').hidden = device !== ''
  at('gate-work').hidden = device === ''
  field(device ? 'shown' : 'device').focus()
}

/** @type {Promise<unknown>} */
let before = Promise.resolve()
/** One after the other: the second of two quick scans knows of the first. @param {string} text */
const scan = (text) =>
  (before = before.then(() => decide(text)).catch(() => show({ verdict: 'unknown', word: t('unknown'), note: t('later-note') })))

/** @param {string} text */
async function decide(text) {
  const own = list ? await judge(text, list, queue.came) : null
  const nonce = base64url(crypto.getRandomValues(new Uint8Array(16)))
  const one = {
    nonce,
    day,
    at: Date.now(),
    said: own?.said ?? 'refused',
    mark: own?.mark ?? '',
    shown: own?.shown ?? text.trim().slice(0, 300),
    sent: /** @type {const} */ (0),
  }
  const toAsk = reached && navigator.onLine
  const slow = setTimeout(() => show({ verdict: 'idle', word: t('checking') }), SLOW_MS)
  const kept = !own || (await isKept(one, toAsk))
  clearTimeout(slow)
  if (!kept) return
  if (toAsk) {
    show({ verdict: 'idle', word: t('checking') })
    const answer = await queue.ask(one)
    if (typeof answer === 'object') {
      reach(true)
      show(ofServer(answer, own))
      return bar()
    }
    if (answer === 'away') reach(false)
    queue.pause(answer)
  }
  if (own) show(ofDevice(own))
  else show({ verdict: 'unknown', word: t('unknown'), note: t(list ? 'needs-network' : 'no-list-note') })
  bar()
}

/** Nobody is let in by a scan that is not kept. @param {import('./store.js').Scan} one @param {boolean} toAsk */
async function isKept(one, toAsk) {
  try {
    await queue.keep(one, toAsk)
    return true
  } catch {
    show({ verdict: 'unknown', word: t('unknown'), note: t('full-note') })
    return false
  }
}

async function renewList() {
  try {
    const response = await fetch(`${below}/gate/roster`, { redirect: 'manual' })
    if (!response.ok) return explain(failureOf(response), 0)
    const fresh = await response.json()
    await keepList(day, fresh)
    list = fresh
    reach(true)
  } catch {
    reach(false)
  }
  bar()
}

/** @param {boolean} now */
function reach(now) {
  reached = now
  at('gate-network').textContent = t(now ? 'online' : 'offline')
  at('gate-network').classList.toggle('is-online', now)
}

function bar() {
  const waiting = queue.waiting()
  reach(reached && navigator.onLine)
  at('gate-waiting').textContent = waiting > 0 ? t('waiting', { count: waiting }) : t('all-sent')
  at('gate-send').hidden = waiting === 0
  at('gate-list').textContent = list ? t('list', { time: time(list.madeAt), count: Object.keys(list.entries).length / 2 }) : t('no-list')
}

/** @param {import('./send.js').Failure | null} failure @param {number} waitMs */
function changed(failure, waitMs) {
  if (failure === null) reach(true)
  if (failure === 'away') reach(false)
  explain(failure, waitMs)
  showDifferences(queue.all())
  bar()
}

/** @param {import('./send.js').Failure | null} failure @param {number} waitMs */
function explain(failure, waitMs) {
  const notTaken = queue.notTaken()
  at('gate-sign-in').hidden = failure !== 'signed-out' && failure !== 'not-yours'
  if (failure === 'signed-out' || failure === 'not-yours') return trouble(t(failure))
  if (failure === 'away' && queue.waiting() > 0) return trouble(t('away', { seconds: Math.round(waitMs / 1000) }))
  trouble(notTaken > 0 ? t('not-taken', { count: notTaken }) : '')
}

/** @type {(() => void) | undefined} */
let stopCamera
async function toggleCamera() {
  const button = /** @type {HTMLButtonElement} */ (at('gate-camera'))
  const label = /** @type {HTMLElement} */ (button.firstElementChild)
  const swap = () => ([label.textContent, button.dataset.stop] = [button.dataset.stop ?? '', label.textContent ?? ''])
  const video = /** @type {HTMLVideoElement} */ (at('gate-video'))
  if (stopCamera) {
    stopCamera()
    stopCamera = undefined
    video.hidden = true
    return swap()
  }
  button.disabled = true
  try {
    video.hidden = false
    stopCamera = await watch(video, scan)
    swap()
  } catch {
    video.hidden = true
    trouble(t('camera-refused'))
  } finally {
    button.disabled = false
  }
}
