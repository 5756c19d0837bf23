import { writeFileSync } from 'node:fs'
import QRCode from 'qrcode'

const [WIDTH, HEIGHT] = [640, 480]
const QUIET = 4

export type Held = {
  text: string
  /** How much of the picture's height the code fills. */
  fills?: number
  /** In degrees. */
  turned?: number
  /** In shades of 256, to either side; light falls off towards one corner as well. */
  noise?: number
}

/** What a camera sees of codes that are held before it one after the other, over and over: a film as Chromium's fake camera plays it. */
export function film(path: string, codes: Held[]) {
  const frames = codes.flatMap((code) => Array<Buffer>(8).fill(frameOf(code)))
  writeFileSync(path, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F5:1 Ip A1:1 C420jpeg\n`), ...frames]))
}

function frameOf({ text, fills = 0.9, turned = 0, noise = 0 }: Held) {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * QUIET
  const module = (HEIGHT * fills) / side
  const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)]
  const shade = (x: number, y: number) => {
    const [right, down] = [x - WIDTH / 2, y - HEIGHT / 2]
    const column = Math.floor((right * cos + down * sin) / module + side / 2)
    const row = Math.floor((down * cos - right * sin) / module + side / 2)
    if (row < 0 || column < 0 || row >= side || column >= side) return 110
    const inside = row >= QUIET && column >= QUIET && row < side - QUIET && column < side - QUIET
    return inside && modules.get(row - QUIET, column - QUIET) ? 30 : 220
  }
  let seed = 7
  const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31
  const luma = Buffer.alloc(WIDTH * HEIGHT)
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const lit = noise === 0 ? 1 : 1 - (0.4 * (x + y)) / (WIDTH + HEIGHT)
      luma[y * WIDTH + x] = Math.max(0, Math.min(255, Math.round(shade(x, y) * lit + (random() * 2 - 1) * noise)))
    }
  return Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)])
}
