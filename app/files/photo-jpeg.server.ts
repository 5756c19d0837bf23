import type { Cleaned } from './photo.server'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const [APP0, APP1, APP2, APP14] = [0xe0, 0xe1, 0xe2, 0xee]
const SOF = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf])
// Tables, restart interval, line count, hierarchical frames.
const PICTURE = new Set([...SOF, 0xc4, 0xcc, 0xdb, 0xdc, 0xdd, 0xde, 0xdf])
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7

/**
 * ITU T.81. Kept: the tables, the frame, the scans, the colour profile, and which way up. Gone: EXIF, XMP, IPTC,
 * comments, thumbnails, and whatever follows the end of the picture, where telephones put films and second pictures.
 */
export function cleanJpeg(bytes: Buffer): Cleaned | null {
  const kept: Buffer[] = [Buffer.from([0xff, SOI])]
  let size: { width: number; height: number } | null = null
  let turned = 1
  let scanned = false
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]!
    // Any number of 0xff may stand before a marker.
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === EOI) break
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (marker < 0xc0 || end < at + 4 || end > bytes.length) return null
    const body = bytes.subarray(at + 4, end)
    if (SOF.has(marker)) {
      // One picture has one frame; of two, readers differ in which they believe.
      if (body.length < 6 || size) return null
      size = { height: body.readUInt16BE(1), width: body.readUInt16BE(3) }
    }
    if (marker === APP1 && turned === 1) turned = orientationIn(body)
    if (marker === SOS) {
      const last = endOfScan(bytes, end)
      kept.push(bytes.subarray(at, last))
      scanned = true
      at = last
      continue
    }
    if (PICTURE.has(marker)) kept.push(bytes.subarray(at, end))
    else kept.push(...application(marker, body, bytes.subarray(at, end)))
    at = end
  }
  if (!size || !scanned) return null
  if (turned > 1) kept.splice(1, 0, orientation(turned))
  const [width, height] = turned >= 5 ? [size.height, size.width] : [size.width, size.height]
  return { bytes: Buffer.concat([...kept, Buffer.from([0xff, EOI])]), width, height }
}

/** Of the application's segments those that say how to read the colours; JFIF without its thumbnail. */
function application(marker: number, body: Buffer, whole: Buffer): Buffer[] {
  const says = (name: string) => body.toString('latin1', 0, name.length) === name
  if (marker === APP0 && says('JFIF\0') && body.length >= 14)
    return [segment(APP0, Buffer.concat([body.subarray(0, 12), Buffer.from([0, 0])]))]
  if (marker === APP2 && says('ICC_PROFILE\0')) return [whole]
  return marker === APP14 && says('Adobe') ? [whole] : []
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** In the data of a scan 0xff is followed by 0 or by a restart; anything else is the next marker. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]!
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at
  }
  return bytes.length
}

const EXIF = 'Exif\0\0'
const ORIENTATION = 0x0112

/** The one thing in EXIF that the picture needs: 1 to 8; 1 where it is missing or damaged. */
function orientationIn(body: Buffer): number {
  if (body.toString('latin1', 0, 6) !== EXIF || body.length < 14) return 1
  const tiff = body.subarray(6)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return 1
  const entries = short(directory)
  for (let entry = 0, at = directory + 2; entry < entries && at + 12 <= tiff.length; entry++, at += 12) {
    if (short(at) !== ORIENTATION) continue
    const value = short(at + 8)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** EXIF with nothing but which way up. */
function orientation(value: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(ORIENTATION, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(value, 18)
  return segment(APP1, Buffer.concat([Buffer.from(EXIF, 'latin1'), tiff]))
}
