import { createTransport, type Transporter } from 'nodemailer'
import { readSettings } from '~/settings.server'
import type { Sent } from './rules'
import type { Letter } from './letters.server'

let transport: { url: string; send: Transporter } | undefined

function transportFor(url: string) {
  if (transport?.url === url) return transport.send
  const send = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  transport = { url, send }
  return send
}

/** One mail, plain text and the same as simple HTML. The row's own Message-ID lets a mail server drop a repeat. */
export async function sendMail(id: number, to: string, letter: Letter): Promise<Sent> {
  const { SMTP_URL, MAIL_FROM } = readSettings()
  if (!SMTP_URL) return { ok: false, lasting: false, error: 'SMTP_URL' }
  try {
    await transportFor(SMTP_URL).sendMail({
      from: { name: letter.from, address: MAIL_FROM },
      to: { name: '', address: to },
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      ...(letter.calendar ? { icalEvent: { method: 'PUBLISH', filename: 'visit.ics', content: letter.calendar } } : {}),
      messageId: `<kaimen-${letter.key}-${id}@${MAIL_FROM.split('@')[1] ?? 'localhost'}>`,
      headers: { 'Content-Language': letter.lang, 'Auto-Submitted': 'auto-generated' },
    })
    return { ok: true }
  } catch (error) {
    return failureOf(error)
  }
}

/** Codes only: a server's own sentence often repeats the address. */
function failureOf(error: unknown): Sent {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  const lasting = code !== 'EAUTH' && responseCode !== undefined && responseCode >= 500
  return { ok: false, lasting, error: responseCode ? `SMTP ${responseCode}` : (code ?? 'SMTP') }
}
