import { createHash } from 'node:crypto'
import { IMPORT_BYTES_MOST, IMPORT_CHARACTERS_MOST } from './limits'

export type Source = { ok: true; text: string } | { ok: false; why: 'file-required' | 'file-large' | 'file-encoding' }

/** What was pasted, else the file; Excel in China saves CSV as GB18030. */
export async function sourceOf(data: FormData): Promise<Source> {
  const pasted = data.get('text')
  if (typeof pasted === 'string' && pasted.trim() !== '') return within(pasted)
  const file = data.get('file')
  if (!(file instanceof Blob) || file.size === 0) return { ok: false, why: 'file-required' }
  if (file.size > IMPORT_BYTES_MOST) return { ok: false, why: 'file-large' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const text = decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030')
  return text === null ? { ok: false, why: 'file-encoding' } : within(text)
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

// A form sends line ends as CRLF: the same text must give the same digest on its second way.
const within = (text: string): Source =>
  text.length > IMPORT_CHARACTERS_MOST
    ? { ok: false, why: 'file-large' }
    : { ok: true, text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n') }

/** The same text in two consultations is two imports. */
export const digestOf = (consultationId: number, text: string) => createHash('sha256').update(`${consultationId}\n${text}`).digest('hex')
