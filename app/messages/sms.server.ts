import { createHmac } from 'node:crypto'
import { readSettings } from '~/settings.server'
import type { Sent } from './rules'

type Text = { to: string; text: string; template: string; lang: string }

/** Hex HMAC-SHA256 of "<timestamp>.<body>"; the key is the password in SMS_URL. */
export const signature = (key: string, timestamp: string, body: string) =>
  createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex')

/** One signed call to the county's own gateway. `id` stays the same when a message is sent again, so that the gateway can drop a repeat. */
export async function sendSms(id: string, message: Text, now: Date): Promise<Sent> {
  const { SMS_URL } = readSettings()
  if (!SMS_URL) return { ok: false, lasting: false, error: 'SMS_URL' }
  const url = new URL(SMS_URL)
  const key = decodeURIComponent(url.password)
  url.username = url.password = ''
  const body = JSON.stringify({ id, ...message })
  const timestamp = String(Math.floor(now.getTime() / 1000))
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body,
      redirect: 'error',
      headers: {
        'Content-Type': 'application/json',
        'Kaimen-Timestamp': timestamp,
        'Kaimen-Signature': `sha256=${signature(key, timestamp, body)}`,
      },
      signal: AbortSignal.timeout(15_000),
    })
    await answer.arrayBuffer()
    if (answer.ok) return { ok: true }
    const busy = answer.status >= 500 || answer.status === 408 || answer.status === 429
    return { ok: false, lasting: !busy, error: `HTTP ${answer.status}` }
  } catch (error) {
    const { cause, name } = error as { cause?: { code?: string }; name?: string }
    return { ok: false, lasting: false, error: cause?.code ?? name ?? 'HTTP' }
  }
}
