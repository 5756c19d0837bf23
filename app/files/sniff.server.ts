import { FILE_BYTES_MOST, kindByName, tidyName, type Kind, type WhyNoFile } from './rules'
import { decodeText } from './text.server'
import { readZip, type Entry } from './zip.server'

export type CheckedFile = { name: string; kind: Kind; bytes: Buffer }
type Checked = { ok: true; file: CheckedFile } | { ok: false; why: WhyNoFile }

/** A file is what its first bytes say, not what its name or sender says; both must agree. */
export function checkFile(name: string, bytes: Buffer): Checked {
  if (bytes.length === 0) return { ok: false, why: 'empty' }
  if (bytes.length > FILE_BYTES_MOST) return { ok: false, why: 'too-large' }
  const tidy = tidyName(name)
  if (tidy === '') return { ok: false, why: 'name' }
  const kind = kindByName(tidy)
  if (!kind) return { ok: false, why: 'kind' }
  return matches[kind](bytes) ? { ok: true, file: { name: tidy, kind, bytes } } : { ok: false, why: 'content' }
}

const UNPACKED_MOST = 100 * 1024 * 1024
const starts = (bytes: Buffer, ...first: number[]) => first.every((byte, i) => bytes[i] === byte)

const matches: Record<Kind, (bytes: Buffer) => boolean> = {
  pdf: (bytes) => bytes.subarray(0, 5).toString('latin1') === '%PDF-',
  png: (bytes) => starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  jpg: (bytes) => starts(bytes, 0xff, 0xd8, 0xff),
  webp: (bytes) => bytes.toString('latin1', 8, 12) === 'WEBP',
  docx: (bytes) => isOffice(readZip(bytes, UNPACKED_MOST), 'word/document.xml'),
  xlsx: (bytes) => isOffice(readZip(bytes, UNPACKED_MOST), 'xl/workbook.xml'),
  txt: (bytes) => isPlain(decodeText(bytes)),
}

// A document with macros runs code on the reader's machine.
const isOffice = (entries: Entry[] | null, main: string) =>
  entries !== null &&
  entries.some((entry) => entry.name === main) &&
  entries.some((entry) => entry.name === '[Content_Types].xml') &&
  !entries.some((entry) => /vbaProject|activeX\//i.test(entry.name))

// Old browsers look into text for markup even where told not to; other control characters mean that it is no text.
// eslint-disable-next-line no-control-regex
const isPlain = (text: string | null) => text !== null && !/^\s*<[a-z!?/]/i.test(text) && !/[\u0000-\u0008\u000e-\u001f]/.test(text)

/** All of them or none: the first that is refused names its fault. */
export async function checkFiles(given: readonly File[]): Promise<{ ok: true; files: CheckedFile[] } | { ok: false; why: WhyNoFile }> {
  const files: CheckedFile[] = []
  for (const each of given) {
    const checked = checkFile(each.name, Buffer.from(await each.arrayBuffer()))
    if (!checked.ok) return checked
    files.push(checked.file)
  }
  return { ok: true, files }
}
