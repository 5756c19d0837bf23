import { mayBeReadOut, type Template } from './templates'

export type Way = 'mail' | 'sms' | 'call'
export type Recipient = { kind: 'email' | 'phone'; address: string }
export type WaysOut = { mail: boolean; sms: boolean }

/** How a message leaves: by machine where one is set up, else a colleague phones; null when it may not be read out. */
export function wayFor(kind: Recipient['kind'], template: Template, open: WaysOut): Way | null {
  if (kind === 'email' && open.mail) return 'mail'
  if (kind === 'phone' && open.sms) return 'sms'
  return mayBeReadOut(template) ? 'call' : null
}
