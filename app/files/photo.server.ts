import { FILE_BYTES_MOST, type Kind, type WhyNoFile } from './rules'
import { cleanJpeg } from './photo-jpeg.server'
import { cleanPng } from './photo-png.server'
import { cleanWebp } from './photo-webp.server'

export const LONGEST_SIDE = 12_000

/** An image without what its camera or editor wrote beside the picture; width and height as it is shown. */
export type Cleaned = { bytes: Buffer; width: number; height: number }
export type Photo = Cleaned & { kind: Kind }
type Checked = { ok: true; photo: Photo } | { ok: false; why: Exclude<WhyNoFile, 'name'> | 'dimensions' }

const cleaners: [kind: Kind, clean: (bytes: Buffer) => Cleaned | null][] = [
  ['jpg', cleanJpeg],
  ['png', cleanPng],
  ['webp', cleanWebp],
]

/**
 * Takes a photo apart into its segments and puts together again only those that make the picture: nothing is decoded
 * and nothing known to be harmless is asked for by name, so what is not known is not kept.
 */
export function readPhoto(bytes: Buffer): Checked {
  if (bytes.length === 0) return { ok: false, why: 'empty' }
  if (bytes.length > FILE_BYTES_MOST) return { ok: false, why: 'too-large' }
  const kind = kindOf(bytes)
  if (!kind) return { ok: false, why: 'kind' }
  const cleaned = cleaners.find(([each]) => each === kind)![1](bytes)
  if (!cleaned) return { ok: false, why: 'content' }
  const { width, height } = cleaned
  if (width < 1 || height < 1 || width > LONGEST_SIDE || height > LONGEST_SIDE) return { ok: false, why: 'dimensions' }
  return { ok: true, photo: { kind, ...cleaned } }
}

function kindOf(bytes: Buffer): 'jpg' | 'png' | 'webp' | null {
  if (bytes.readUIntBE(0, Math.min(3, bytes.length)) === 0xffd8ff) return 'jpg'
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png'
  return bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP' ? 'webp' : null
}
