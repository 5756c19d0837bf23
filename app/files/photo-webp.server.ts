import type { Cleaned } from './photo.server'

const HEAD = 12
// An animation is no photo: its frames, ANIM and ANMF, are not kept, and without a picture the file is refused.
const PICTURE = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP'])
/** Flags of VP8X for chunks that are gone: EXIF, XMP, animation. */
const GONE = 0x08 | 0x04 | 0x02

type Size = { width: number; height: number }

/** RFC 9649. Each chunk is name, length, data, padded to an even length. */
export function cleanWebp(bytes: Buffer): Cleaned | null {
  const kept: Buffer[] = []
  let size: Size | null = null
  let pictured = false
  const whole = Math.min(bytes.length, 8 + bytes.readUInt32LE(4))
  for (let at = HEAD; at + 8 <= whole;) {
    const name = bytes.toString('latin1', at, at + 4)
    const length = bytes.readUInt32LE(at + 4)
    const data = bytes.subarray(at + 8, at + 8 + length)
    if (data.length < length) return null
    if (PICTURE.has(name)) {
      const said = sizeIn(name, data)
      // Readers differ in which of two sizes they believe.
      if (size && said && (size.width !== said.width || size.height !== said.height)) return null
      size ??= said
      pictured ||= name === 'VP8 ' || name === 'VP8L'
      kept.push(chunk(name, name === 'VP8X' ? withoutFlags(data) : data))
    }
    at += 8 + length + (length % 2)
  }
  if (!size || !pictured) return null
  const body = Buffer.concat(kept)
  const head = Buffer.alloc(HEAD)
  head.write('RIFF', 'latin1')
  head.writeUInt32LE(4 + body.length, 4)
  head.write('WEBP', 8, 'latin1')
  return { bytes: Buffer.concat([head, body]), ...size }
}

function chunk(name: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}

function withoutFlags(data: Buffer): Buffer {
  const cleared = Buffer.from(data)
  cleared[0] = cleared[0]! & ~GONE
  return cleared
}

function sizeIn(name: string, data: Buffer): Size | null {
  if (name === 'VP8X' && data.length >= 10) return { width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 }
  if (name === 'VP8 ' && data.length >= 10 && data.readUIntBE(3, 3) === 0x9d012a)
    return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff }
  if (name !== 'VP8L' || data.length < 5 || data[0] !== 0x2f) return null
  const bits = data.readUInt32LE(1)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}
