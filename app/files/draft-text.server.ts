import type { WhyNoDocx } from './docx.server'
import { readDocx } from './docx-process.server'
import { FILE_BYTES_MOST, tidyName } from './rules'
import { decodeText } from './text.server'

export type WhyNoText = 'empty' | 'too-large' | 'draft-kind' | 'encoding' | WhyNoDocx
type Read = { ok: true; text: string; name: string } | { ok: false; why: WhyNoText }

/** The text of an uploaded draft: .txt and .md in any usual encoding, .docx with its tables and automatic numbers. */
export async function readDraft(name: string, bytes: Buffer): Promise<Read> {
  if (bytes.length === 0) return { ok: false, why: 'empty' }
  if (bytes.length > FILE_BYTES_MOST) return { ok: false, why: 'too-large' }
  const ending = /\.(txt|md|docx)$/i.exec(name)?.[1]?.toLowerCase()
  if (!ending) return { ok: false, why: 'draft-kind' }
  const read = ending === 'docx' ? await readDocx(bytes) : plainText(bytes)
  if (!read.ok) return read
  return read.text.trim() === '' ? { ok: false, why: 'empty' } : { ok: true, text: read.text, name: tidyName(name) }
}

function plainText(bytes: Buffer): { ok: true; text: string } | { ok: false; why: 'encoding' } {
  const text = decodeText(bytes)
  return text === null ? { ok: false, why: 'encoding' } : { ok: true, text }
}
