import i18next, { type i18n } from 'i18next'
import { accountsWords } from './accounts/words'
import { checkInsWords } from './check-ins/words'
import { commentsWords } from './comments/words'
import { consultationsWords } from './consultations/words'
import { countyWords } from './county/words'
import { drawsWords } from './draws/words'
import { feedbackWords } from './feedback/words'
import { liveWords } from './live/words'
import { messagesWords } from './messages/words'
import { moderationWords } from './moderation/words'
import { openDaysWords } from './open-days/words'
import { partyDetailsWords } from './party-details/words'
import { recordWords } from './record/words'
import { registrationsWords } from './registrations/words'
import { reportsWords } from './reports/words'
import { visitReportsWords } from './visit-reports/words'
import { webWords } from './web/words'
import { workingDaysWords } from './working-days/words'

const domains = {
  web: webWords,
  county: countyWords,
  accounts: accountsWords,
  consultations: consultationsWords,
  comments: commentsWords,
  moderation: moderationWords,
  reports: reportsWords,
  record: recordWords,
  messages: messagesWords,
  'open-days': openDaysWords,
  registrations: registrationsWords,
  draws: drawsWords,
  'check-ins': checkInsWords,
  'party-details': partyDetailsWords,
  'visit-reports': visitReportsWords,
  feedback: feedbackWords,
  live: liveWords,
  'working-days': workingDaysWords,
}

type Domains = typeof domains
export type Words = { [D in keyof Domains]: Domains[D]['zh'] }
export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]
type Given = string | null | undefined

/** The first of these that the pages speak. */
export const languageOf = (...given: Given[]): Language => given.find(isSpoken) ?? 'zh-CN'
const isSpoken = (given: Given): given is Language => languages.some((language) => language === given)

const pick = (side: 'zh' | 'en') => Object.fromEntries(Object.entries(domains).map(([name, words]) => [name, words[side]]))

function load(language: Language): i18n {
  const instance = i18next.createInstance()
  void instance.init({
    lng: language,
    fallbackLng: false,
    ns: Object.keys(domains),
    defaultNS: 'web',
    resources: { 'zh-CN': pick('zh'), en: pick('en') },
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  return instance
}

const loaded = new Map<Language, i18n>()

/** One instance per language for the life of the process; its resources never change. */
export function i18nFor(language: Language): i18n {
  let instance = loaded.get(language)
  if (!instance) loaded.set(language, (instance = load(language)))
  return instance
}
