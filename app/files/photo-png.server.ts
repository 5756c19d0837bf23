import { crc32 } from 'node:zlib'
import type { Cleaned } from './photo.server'

const SIGNATURE = 8
// The picture, its colours and its density. Texts, times, EXIF and what nobody knows are not among them.
const PICTURE = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs', 'cICP'])

/** PNG, third edition. Each chunk is length, name, data, checksum; whatever follows IEND is gone. */
export function cleanPng(bytes: Buffer): Cleaned | null {
  const kept = [bytes.subarray(0, SIGNATURE)]
  const seen = new Set<string>()
  for (let at = SIGNATURE; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return null
    const name = bytes.toString('latin1', at + 4, at + 8)
    // One header, first and whole: what it says of the size is what every reader sees.
    if ((name === 'IHDR') !== (seen.size === 0) || (name === 'IHDR' && end !== at + 25)) return null
    if (PICTURE.has(name)) {
      if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return null
      kept.push(bytes.subarray(at, end))
    }
    seen.add(name)
    if (name === 'IEND') break
    at = end
  }
  if (!seen.has('IDAT') || !seen.has('IEND')) return null
  return { bytes: Buffer.concat(kept), width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}
