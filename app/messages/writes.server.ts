import type { Tx } from '#db/connection.server'
import { outbox } from '#db/schema/messages'
import type { Language } from '~/i18n'
import { seal } from '~/sealing.server'
import { readSettings } from '~/settings.server'
import { wayFor, type Recipient, type Way } from './rules'
import type { Template, Templates } from './templates'
import { wake } from './wake'

type Message<T extends Template> = {
  to: Recipient
  template: T
  lang: Language
  params: Templates[T]
  /** Whose staff phones when no machine can; null: the county's administrators. */
  departmentId?: number | null
}

/**
 * Puts a message into the outbox within the transaction of its cause. Null: nobody may read this message out and no
 * machine can send it, so nothing was queued.
 */
export async function queueMessage<T extends Template>(tx: Tx, { to, template, lang, params, departmentId = null }: Message<T>): Promise<Way | null> {
  const settings = readSettings()
  const way = wayFor(to.kind, template, { mail: Boolean(settings.SMTP_URL), sms: Boolean(settings.SMS_URL) })
  if (!way) return null
  await tx.insert(outbox).values({
    way,
    template,
    lang,
    recipientKind: to.kind,
    recipient: seal(to.address),
    params: seal(JSON.stringify(params)),
    departmentId,
  })
  wake()
  return way
}
