import { i18nFor, languageOf, type Language } from '~/i18n'
import { readSettings } from '~/settings.server'
import { fullAddress } from '~/web/address'
import type { Template, Templates } from './templates'

export type Letter = {
  from: string
  subject: string
  text: string
  html: string
  sms: string
  /** A calendar file that goes with the mail. */
  calendar?: string
  /** For reading out on the telephone. */
  say: string
  lang: Language
  /** Tells this county's messages from another's in a Message-ID. */
  key: string
}

export type Sender = { name: string; nameEn: string; office: string; officeEn: string; phone: string }
export type Queued = { template: Template; lang: string; params: Record<string, unknown> }

const paths: { [T in Template]: (params: Templates[T]) => string[] } = {
  receipt: ({ code }) => [`/receipts/${code}`],
  'receipts-found': ({ codes }) => codes.map((code) => `/receipts/${code}`),
  'password-reset': ({ code }) => [`/password-reset/${code}`],
  invitation: ({ code }) => [`/invitations/${code}`],
  moderated: ({ code }) => [`/receipts/${code}`],
  'objection-answered': ({ code }) => [`/receipts/${code}/objection`],
  'comment-withdrawn': () => [],
  reported: ({ code }) => [`/receipts/${code}`],
  registered: ({ code }) => [`/registrations/${code}`],
  'registration-waiting': ({ code }) => [`/registrations/${code}`],
  'registration-applied': ({ code }) => [`/registrations/${code}`],
  'registration-found': ({ code }) => [`/registrations/${code}`],
  'registrations-found': ({ codes }) => codes.map((code) => `/registrations/${code}`),
  offer: ({ code }) => [`/registrations/${code}`],
  'offer-expired': ({ code }) => [`/registrations/${code}`],
  'not-chosen': ({ code }) => [`/registrations/${code}`],
  'registration-cancelled': ({ code }) => [`/registrations/${code}`],
  'slot-moved': ({ code }) => [`/registrations/${code}`],
  'slot-cancelled': ({ code }) => [`/registrations/${code}`],
  'visit-tomorrow': ({ code }) => [`/registrations/${code}`],
  'visit-invitation': ({ slug, code }) => [`/open-days/${slug}/invitation/${code}`],
  'visit-feedback': ({ code }) => [`/registrations/${code}/feedback`],
}

const TITLE_MAX = 60

/** A message in words: subject, text, the same text as HTML without anything that loads or counts, and the short form. */
export function letterFor({ template, lang: wanted, params }: Queued, county: Sender): Letter {
  const lang = languageOf(wanted)
  const { t } = i18nFor(lang)
  const english = lang === 'en'
  const from = (english && county.nameEn) || county.name
  const title = typeof params.title === 'string' ? [...params.title].slice(0, TITLE_MAX).join('') : ''
  const codes = Array.isArray(params.codes) ? params.codes.join('\n') : ''
  const values = {
    ...params,
    title,
    codes,
    county: from,
    office: (english && county.officeEn) || county.office || from,
    phone: county.phone,
  }
  const links = linksFor(template, params)
  const part = (name: 'subject' | 'body' | 'sms') => t(`messages:mail.${template}.${name}`, values)
  const foot = t(county.phone ? 'messages:mail.foot-phone' : 'messages:mail.foot', values)
  const asks = typeof params.details === 'string'
  const paragraphs = [
    t('messages:mail.greeting'),
    ...part('body').split('\n\n'),
    ...(asks ? [t('messages:mail.details.body', values)] : []),
    ...(links.length ? [links.join('\n')] : []),
    foot,
  ]
  const said = asks ? `${part('sms')}${t('messages:mail.details.sms', values)}` : part('sms')
  return {
    from,
    subject: part('subject'),
    text: `${paragraphs.join('\n\n')}\n`,
    html: `<!doctype html><html lang="${lang}"><meta charset="utf-8"><body>${paragraphs.map(asHtml).join('')}</body></html>`,
    sms: [said, ...links.slice(asks ? -1 : 0).slice(0, 1)].join(' '),
    calendar: typeof params.calendar === 'string' ? params.calendar : undefined,
    say: said,
    lang,
    key: Buffer.from(from).toString('hex').slice(0, 12),
  }
}

function linksFor(template: Template, params: Record<string, unknown>): string[] {
  const { PUBLIC_URL } = readSettings()
  if (!PUBLIC_URL) return []
  const asked = typeof params.details === 'string' ? [`/registrations/${String(params.code)}/details`] : []
  return [...paths[template](params as never), ...asked].map((path) => fullAddress(new URL(PUBLIC_URL).origin, path))
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const asHtml = (paragraph: string) =>
  `<p>${escaped(paragraph)
    .replace(/https?:\/\/[^\s<]+/g, (link) => `<a href="${link}">${link}</a>`)
    .replaceAll('\n', '<br>')}</p>`
