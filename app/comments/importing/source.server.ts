import { createHash } from 'node:crypto'

/** What was pasted, else the file; Excel in China saves CSV as GB18030. Null when there is neither, or it is no text. */
export async function sourceOf(data: FormData): Promise<string | null> {
  const pasted = data.get('text')
  if (typeof pasted === 'string' && pasted.trim() !== '') return tidied(pasted)
  const file = data.get('file')
  if (!(file instanceof Blob) || file.size === 0) return null
  const bytes = new Uint8Array(await file.arrayBuffer())
  const text = decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030')
  return text === null ? null : tidied(text)
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

// A form sends line ends as CRLF: the same text must give the same digest on its second way.
const tidied = (text: string) => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')

/** The same text in two consultations is two imports. */
export const digestOf = (consultationId: number, text: string) => createHash('sha256').update(`${consultationId}\n${text}`).digest('hex')
