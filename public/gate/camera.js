// @ts-check
const LONGEST = 720
const SAME_AGAIN_MS = 4_000

/**
 * Looks through the camera until stopped, and tells each code once while it is held there. Where the browser reads QR codes
 * itself it does; otherwise a decoder of ours.
 * @param {HTMLVideoElement} video @param {(text: string) => Promise<unknown>} found
 */
export async function watch(video, found) {
  const read = await reader()
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false })
  video.srcObject = stream
  await video.play()
  let on = true
  let last = { text: '', at: 0 }
  const look = async () => {
    if (!on) return
    const text = video.readyState >= 2 ? await read(video).catch(() => '') : ''
    if (text && (text !== last.text || Date.now() - last.at > SAME_AGAIN_MS)) {
      // A bad code must not stop the next good one.
      await found(text).catch(() => {})
      last = { text, at: Date.now() }
    } else if (text) last.at = Date.now()
    setTimeout(look, 120)
  }
  void look()
  return () => {
    on = false
    for (const track of stream.getTracks()) track.stop()
    video.srcObject = null
  }
}

/** @returns {Promise<(video: HTMLVideoElement) => Promise<string>>} */
async function reader() {
  const { BarcodeDetector } = /** @type {any} */ (window)
  if (BarcodeDetector && (await BarcodeDetector.getSupportedFormats()).includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] })
    return async (video) => (await detector.detect(video))[0]?.rawValue ?? ''
  }
  // @ts-expect-error -- served beside this file (server.ts)
  const { default: decode } = await import('./qr/decode.js')
  const canvas = document.createElement('canvas')
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }))
  return async (video) => {
    const scale = Math.min(1, LONGEST / Math.max(video.videoWidth, video.videoHeight))
    canvas.width = Math.round(video.videoWidth * scale)
    canvas.height = Math.round(video.videoHeight * scale)
    context.drawImage(video, 0, 0, canvas.width, canvas.height)
    return decode(context.getImageData(0, 0, canvas.width, canvas.height))
  }
}
