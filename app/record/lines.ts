import { roles, type Role } from '../accounts/rules'
import { showMinute } from '../web/dates'
import type { i18nFor, Language } from '../i18n'
import { recordWords } from './words'

type Act = keyof (typeof recordWords)['zh']['act']

const isAct = (act: string): act is Act => act in recordWords.zh.act

/** An act in words; one from an older version that nobody names any more is shown as it was written. */
export const actWord = (t: (key: never) => unknown, act: string): string => (isAct(act) ? String(t(`record:act.${act}` as never)) : act)

const isRole = (role: string): role is Role => (roles as readonly string[]).includes(role)

/** Who did it and as what; what nobody did, the system did. */
export const actorOf = (
  t: (key: never) => unknown,
  { actorName, actorRole }: { actorName: string; actorRole: string },
): [string, string] =>
  isRole(actorRole)
    ? [actorName, String(t(`accounts:role.${actorRole}` as never))]
    : [String(t((actorRole === 'author' ? 'record:author' : 'record:system') as never)), '']

type Reader = { i18n: Pick<ReturnType<typeof i18nFor>, 't' | 'exists'>; lang: Language; zone: string }

/** Where the words for a noted value stand; the first place that has them speaks. */
const places: Record<string, readonly string[]> = {
  before: ['moderation:visibility'],
  changed: ['record:field'],
  channel: ['comments:channel', 'live:channel'],
  disposition: ['reports:disposition', 'live:disposition'],
  do: ['record:do'],
  fields: ['record:field'],
  outcome: ['messages:outcome'],
  place: ['open-days:place'],
  result: ['visit-reports:result'],
  role: ['accounts:role'],
  shown: ['visit-reports:desk.photos'],
  state: ['registrations:desk.state'],
  template: ['messages:template'],
  visibility: ['moderation:visibility'],
  way: ['messages:way', 'live:desk.way'],
}

const reasons = (act: string) => (act === 'comment-refused' ? ['reports:inadmissible-reason'] : ['moderation:reason', 'live:reason'])

/** What a line notes beside the act, in words, on one line; what holds nothing is left out, what has no words is shown as it is. */
export function factsText(facts: unknown, act: string, reader: Reader): string {
  if (!facts || typeof facts !== 'object') return ''
  const word = (key: string) => (reader.i18n.exists(key) ? reader.i18n.t(key) : null)
  const comma = reader.i18n.t('reports:separator')
  const spoken = (name: string, value: unknown): string => {
    if (Array.isArray(value)) return value.map((one) => spoken(name, one)).join(comma)
    if (value && typeof value === 'object') return pairs(value)
    if (typeof value === 'boolean') return reader.i18n.t(`record:${value ? 'yes' : 'no'}`)
    if (typeof value !== 'string') return String(value)
    if (/^\d{4}-\d\d-\d\dT/.test(value)) return showMinute(new Date(value), reader.lang, reader.zone)
    const found = (name === 'reason' ? reasons(act) : (places[name] ?? [])).map((place) => word(`${place}.${value}`))
    return found.find((each) => each !== null) ?? value
  }
  const pairs = (of: object): string =>
    Object.entries(of)
      .filter(([, value]) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))
      .map(([name, value]) => `${word(`record:fact.${name}`) ?? name}${word('web:colon') ?? ': '}${spoken(name, value)}`)
      .join(reader.lang === 'en' ? '; ' : '；')
  return pairs(facts)
}
