import { unseal } from '~/sealing.server'
import { log } from '~/web/log.server'
import { letterFor, type Sender } from './letters.server'
import { sendMail } from './mail.server'
import { sender } from './reads.server'
import type { Sent } from './rules'
import { sendSms } from './sms.server'
import type { Template } from './templates'
import { claimNext, markDelivered, markFailed, type Claimed } from './writes.server'

const AT_ONCE = 500

/**
 * Sends what is due. A row is claimed for two minutes and sent outside the transaction; a process killed between
 * sending and marking leads to one repeat with the same id: at least once, and in practice once. A way that does not
 * answer is left alone until the next run, so that one failure and not the whole queue is counted.
 */
export async function deliverDue() {
  const down = new Set<Claimed['way']>()
  const county = await sender()
  for (let count = 0; count < AT_ONCE && down.size < 2; count++) {
    const claimed = await claimNext([...down])
    if (!claimed) return
    const sent = await send(claimed, county)
    if (sent.ok) await markDelivered(claimed)
    else {
      await markFailed(claimed, sent)
      if (!sent.lasting) down.add(claimed.way)
      log.warn({ message: claimed.id, way: claimed.way, attempts: claimed.attempts, error: sent.error }, 'not delivered')
    }
  }
}

async function send(claimed: Claimed, county: Sender): Promise<Sent> {
  const opened = open(claimed)
  if (!opened) return { ok: false, lasting: true, error: 'KEY_FILE' }
  const letter = letterFor({ template: claimed.template as Template, lang: claimed.lang, params: opened.params }, county)
  if (claimed.way === 'mail') return sendMail(claimed.id, opened.to, letter)
  return sendSms(
    `${letter.key}-${claimed.id}`,
    { to: opened.to, text: letter.sms, template: claimed.template, lang: letter.lang },
    claimed.now,
  )
}

/** Null where the key file is not the one the message was sealed with. */
function open({ recipient, params }: Claimed) {
  try {
    return { to: unseal(recipient!), params: JSON.parse(unseal(params!)) as Record<string, unknown> }
  } catch {
    return null
  }
}
