import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readPhoto } from '~/files/photo.server'

const SECRET = 'GPS 31.2304N 121.4737E'
const segment = (marker: number, body: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** EXIF with an orientation, and a GPS directory's worth of text behind it. */
function exif(turned: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('II*\0', 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(1, 8)
  tiff.writeUInt16LE(0x0112, 10)
  tiff.writeUInt16LE(3, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(turned, 18)
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(SECRET)])
}

const frame = Buffer.from([8, 0, 30, 0, 40, 1, 1, 0x11, 0])
const scan = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56])])
const tables = segment(0xdb, Buffer.alloc(65, 1))
const jpeg = (...extra: Buffer[]) =>
  Buffer.concat([Buffer.from([0xff, 0xd8]), ...extra, tables, segment(0xc0, frame), scan, Buffer.from([0xff, 0xd9])])

const chunk = (name: string, data: Buffer) => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [head, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  head.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([head, named, sum])
}
const header = Buffer.from([0, 0, 0, 4, 0, 0, 0, 3, 8, 2, 0, 0, 0])
const png = (...extra: Buffer[]) =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...extra,
    chunk('IDAT', deflateSync(Buffer.alloc(39))),
    chunk('IEND', Buffer.alloc(0)),
  ])

const riff = (name: string, data: Buffer) => {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}
const canvas = (flags: number) => Buffer.from([flags, 0, 0, 0, 99, 0, 0, 49, 0, 0])
const lossy = riff('VP8 ', Buffer.from([0, 0, 0, 0x9d, 0x01, 0x2a, 100, 0, 50, 0]))
const webp = (...chunks: Buffer[]) => {
  const body = Buffer.concat(chunks)
  const size = Buffer.alloc(4)
  size.writeUInt32LE(body.length + 4)
  return Buffer.concat([Buffer.from('RIFF'), size, Buffer.from('WEBP'), body])
}

const cleaned = (bytes: Buffer) => {
  const read = readPhoto(bytes)
  if (!read.ok) throw new Error(read.why)
  return read.photo
}

describe('a photo is kept without what its camera wrote', () => {
  test('JPEG: EXIF, XMP, IPTC, comments, thumbnails and what follows the picture are gone; the picture is the same', () => {
    const xmp = segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${SECRET}`))
    const iptc = segment(0xed, Buffer.from(`Photoshop 3.0\0${SECRET}`))
    const jfif = segment(
      0xe0,
      Buffer.concat([Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01', 'latin1'), Buffer.from([1, 1]), Buffer.from(SECRET)]),
    )
    const given = jpeg(
      jfif,
      segment(0xe1, exif(1)),
      xmp,
      iptc,
      segment(0xfe, Buffer.from(SECRET)),
      segment(0xe2, Buffer.from(`MPF\0${SECRET}`)),
    )
    expect(given.includes(SECRET)).toBe(true)
    const photo = cleaned(Buffer.concat([given, jpeg(segment(0xe1, exif(1)))]))
    expect(photo).toMatchObject({ kind: 'jpg', width: 40, height: 30 })
    expect(photo.bytes.includes(SECRET)).toBe(false)
    for (const name of ['Exif', 'xap', 'Photoshop', 'MPF']) expect(photo.bytes.includes(name), name).toBe(false)
    const plain = segment(0xe0, Buffer.concat([Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01', 'latin1'), Buffer.from([0, 0])]))
    expect(photo.bytes.equals(jpeg(plain))).toBe(true)
  })

  test('JPEG: which way up stays, alone, and the size is that of the picture as it is shown', () => {
    const photo = cleaned(jpeg(segment(0xe1, exif(6))))
    expect(photo).toMatchObject({ width: 30, height: 40 })
    expect(photo.bytes.includes(SECRET)).toBe(false)
    expect(photo.bytes.includes('Exif')).toBe(true)
    expect(cleaned(photo.bytes).bytes.equals(photo.bytes)).toBe(true)
  })

  test('JPEG: the colour profile stays', () => {
    const profile = segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01profile', 'latin1'))
    expect(cleaned(jpeg(profile)).bytes.equals(jpeg(profile))).toBe(true)
  })

  test('PNG: texts, times, EXIF and unknown chunks are gone', () => {
    const extra = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'prVt'].map((name) => chunk(name, Buffer.from(SECRET)))
    const photo = cleaned(Buffer.concat([png(...extra), Buffer.from(SECRET)]))
    expect(photo).toMatchObject({ kind: 'png', width: 4, height: 3 })
    expect(photo.bytes.equals(png())).toBe(true)
  })

  test('WebP: EXIF and XMP are gone, and the flags that announce them', () => {
    const extra = [riff('EXIF', Buffer.from(SECRET)), riff('XMP ', Buffer.from(SECRET)), riff('XYZ ', Buffer.from(SECRET))]
    const photo = cleaned(webp(riff('VP8X', canvas(0x0c)), lossy, ...extra))
    expect(photo).toMatchObject({ kind: 'webp', width: 100, height: 50 })
    expect(photo.bytes.equals(webp(riff('VP8X', canvas(0)), lossy))).toBe(true)
  })

  test('a second size behind a harmless first one is refused', () => {
    const vast = Buffer.from([8, 0xc3, 0x50, 0xc3, 0x50, 1, 1, 0x11, 0])
    expect(readPhoto(jpeg(segment(0xc0, frame), segment(0xc2, vast)))).toEqual({ ok: false, why: 'content' })
    expect(readPhoto(png(chunk('IHDR', Buffer.from(header).fill(0x7f, 0, 8))))).toEqual({ ok: false, why: 'content' })
    expect(readPhoto(webp(lossy, riff('VP8X', Buffer.from([0, 0, 0, 0, 255, 255, 255, 255, 255, 255]))))).toEqual({
      ok: false,
      why: 'content',
    })
  })

  test('what is no photo, or a damaged one, is refused', () => {
    expect(readPhoto(Buffer.alloc(0))).toEqual({ ok: false, why: 'empty' })
    expect(readPhoto(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toEqual({ ok: false, why: 'kind' })
    expect(readPhoto(Buffer.from('GIF89a'))).toEqual({ ok: false, why: 'kind' })
    expect(readPhoto(Buffer.from([0xff, 0xd8, 0xff]))).toMatchObject({ ok: false, why: 'content' })
    const broken = png()
    broken[20] = 9
    expect(readPhoto(broken)).toEqual({ ok: false, why: 'content' })
    expect(readPhoto(webp(riff('VP8X', canvas(2)), riff('ANMF', Buffer.alloc(20))))).toEqual({ ok: false, why: 'content' })
    for (const whole of [jpeg(segment(0xe1, exif(6))), png(), webp(riff('VP8X', canvas(0)), lossy)])
      for (let length = 0; length < whole.length; length++) expect(() => readPhoto(whole.subarray(0, length))).not.toThrow()
  })
})
