/** What may be attached: documents that a browser will not run. SVG and HTML are not among them. */
export const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  txt: 'text/plain; charset=utf-8',
} as const

export type Kind = keyof typeof mediaTypes
export const FILE_BYTES_MOST = 10 * 1024 * 1024
/** One form with all its files. */
export const UPLOAD_BYTES_MOST = 30 * 1024 * 1024
export const NAME_MOST = 150

export type WhyNoFile = 'empty' | 'too-large' | 'kind' | 'content' | 'name'

const endings: Record<string, Kind> = { pdf: 'pdf', docx: 'docx', xlsx: 'xlsx', png: 'png', jpg: 'jpg', jpeg: 'jpg', txt: 'txt' }

/** The kind a name promises; its content must keep the promise (sniff.server.ts). */
export const kindByName = (name: string): Kind | null => endings[/\.([A-Za-z]{3,4})$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null

// Characters that turn a name around or hide its ending (U+202E “gpj.exe”), and what file systems refuse.
// eslint-disable-next-line no-control-regex
const UNSAFE = /[\u0000-\u001f\u007f<>:"/\\|?*\u061c\u200b-\u200f\u2028-\u202f\u2066-\u2069\ufeff]/g

/** A name to keep and to offer again: no path, no hidden direction, at most NAME_MOST characters with its ending. */
export function tidyName(name: string): string {
  const plain = name.split(/[/\\]/).at(-1)!.toWellFormed().replace(UNSAFE, '').trim().replace(/^\.+/, '')
  const characters = [...plain]
  if (characters.length <= NAME_MOST) return plain
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(plain)?.[0] ?? ''
  return characters.slice(0, NAME_MOST - ending.length).join('') + ending
}
