import type { AppLoadContext } from '@remix-run/node'
import { carriedIn, isFieldName } from './carried'
import { unreadable } from './responses.server'

/** The widest form of the desk, a point's comments, sends 800. */
export const FIELDS_MOST = 1_000

const SECRET = ['password', 'current']

/** The form of this request. */
export async function formOf(request: Request, context: AppLoadContext): Promise<FormData> {
  return context.form ?? remember(await readPosted(Buffer.from(await request.arrayBuffer()), request.headers.get('Content-Type')), context)
}

/** Kept before anything else is asked, so that a fault page can give people back what they typed; never a password. */
export function remember(form: FormData, context: AppLoadContext): FormData {
  const typed: Record<string, string> = {}
  for (const [name, value] of carriedIn(form) ?? form)
    if (typeof value === 'string' && !(name in typed) && !SECRET.includes(name)) typed[name] = value
  context.typed = typed
  return form
}

/** @throws a Response of status 400, 413 or 415 for what is no form of ours. */
export async function readPosted(bytes: Buffer, type: string | null | undefined): Promise<FormData> {
  if (bytes.length === 0) return new FormData()
  const fields = /^multipart\/form-data\b/i.test(type ?? '')
    ? await multipart(bytes, type!)
    : /^application\/x-www-form-urlencoded\b/i.test(type ?? '')
      ? urlencoded(bytes)
      : null
  if (!fields) throw unreadable(415)
  const form = new FormData()
  for (const [name, value] of fields) if (isFieldName(name)) form.append(name, value as string)
  return form
}

// Counted before it is parsed: fields by the hundred thousand cost seconds, bytes do not.
function urlencoded(bytes: Buffer) {
  const text = bytes.toString('utf8')
  if (occurrences(text, '&') >= FIELDS_MOST) throw unreadable(413)
  return new URLSearchParams(text)
}

async function multipart(bytes: Buffer, type: string): Promise<FormData> {
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type)
  if (!boundary) throw unreadable(400)
  if (occurrences(bytes, `--${boundary[1] ?? boundary[2]}`) > FIELDS_MOST + 1) throw unreadable(413)
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'Content-Type': type } }).formData()
  } catch {
    throw unreadable(400)
  }
}

function occurrences(within: string | Buffer, sought: string): number {
  let count = 0
  for (let at = within.indexOf(sought); at >= 0 && count <= FIELDS_MOST + 1; at = within.indexOf(sought, at + sought.length)) count++
  return count
}
