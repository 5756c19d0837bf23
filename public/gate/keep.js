// @ts-check
import { gate } from './screen.js'

const MODULES = [
  'gate.css',
  'gate.js',
  'desk.js',
  'queue.js',
  'seals.js',
  'verdict.js',
  'store.js',
  'send.js',
  'screen.js',
  'camera.js',
  'keep.js',
  'qr/decode.js',
  'qr/index.js',
]

/** Keeps this page and all it is made of on the device; tells whether it is all there. */
export async function keepPage() {
  const { root = '' } = gate.dataset
  const parts = [...document.querySelectorAll('link[rel=stylesheet], link[rel=icon], script[src]')].map(
    (part) => part.getAttribute('src') ?? part.getAttribute('href') ?? '',
  )
  const urls = [...new Set([location.pathname, ...parts, ...MODULES.map((name) => `${root}/gate/${name}`)])]
  await navigator.serviceWorker.register(`${root}/gate/worker.js`, { scope: location.pathname, updateViaCache: 'none' })
  const { active } = await navigator.serviceWorker.ready
  const { port1, port2 } = new MessageChannel()
  const answer = new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)))
  active?.postMessage({ keep: urls }, [port2])
  return answer
}
