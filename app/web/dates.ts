import type { Language } from '~/i18n'

const fields = new Map<string, Intl.DateTimeFormat>()
const formats = new Map<string, Intl.DateTimeFormat>()

function format(lang: Language, zone: string, parts: Intl.DateTimeFormatOptions) {
  const key = `${lang} ${zone} ${Object.keys(parts).join()}`
  let found = formats.get(key)
  if (!found)
    formats.set(key, (found = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'zh-CN', { timeZone: zone, hourCycle: 'h23', ...parts })))
  return found
}

const DAY = { year: 'numeric', month: 'long', day: 'numeric' } as const
const MINUTE = { ...DAY, hour: '2-digit', minute: '2-digit' } as const
const SECOND = { ...MINUTE, second: '2-digit' } as const

const MOST_KEPT = 5_000
const written = new Map<string, string>()

/** The same instants stand on a page each time it is read; each is written out once in the life of the process. */
function write(parts: typeof DAY | typeof MINUTE, at: Date, lang: Language, zone: string): string {
  const key = `${parts === DAY ? 'day' : 'minute'} ${lang} ${zone} ${at.getTime()}`
  let found = written.get(key)
  if (found === undefined) {
    if (written.size >= MOST_KEPT) written.clear()
    written.set(key, (found = format(lang, zone, parts).format(at)))
  }
  return found
}

/** 2026年12月1日 · 1 December 2026, in the county's zone. */
export const showDay = (at: Date, lang: Language, zone: string) => write(DAY, at, lang, zone)
export const showMinute = (at: Date, lang: Language, zone: string) => write(MINUTE, at, lang, zone)
export const showSecond = (at: Date, lang: Language, zone: string) => format(lang, zone, SECOND).format(at)

/** 2026年12月 · December 2026 */
export const showMonth = (at: Date, lang: Language, zone: string) => format(lang, zone, { year: 'numeric', month: 'long' }).format(at)
export const showWeekday = (at: Date, lang: Language, zone: string) => format(lang, zone, { weekday: 'long' }).format(at)
/** 09:30 */
export const showTime = (at: Date, zone: string) => toLocalField(at, zone).slice(11)

/** `YYYY-MM-DD HH:mm:ss` for a table that a spreadsheet reads, in the county's zone. */
export const toCell = (at: Date, zone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(at)

/** `YYYY-MM-DDTHH:mm` as a datetime-local field shows it. */
export function toLocalField(at: Date, zone: string): string {
  let found = fields.get(zone)
  if (!found) fields.set(zone, (found = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })))
  return found.format(at).replace(' ', 'T')
}

/** A datetime-local value read in the county's zone; null when it is none or no year of ours. Zones with daylight saving: the earlier reading. */
export function fromLocalField(value: string, zone: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(value)) return null
  const asUtc = new Date(`${value}Z`)
  if (Number.isNaN(asUtc.getTime()) || asUtc.getUTCFullYear() < 1900 || asUtc.getUTCFullYear() > 2200) return null
  let guess = asUtc
  for (let round = 0; round < 2; round++) {
    const shown = new Date(`${toLocalField(guess, zone)}Z`)
    guess = new Date(guess.getTime() + (Math.floor(asUtc.getTime() / 60_000) - Math.floor(shown.getTime() / 60_000)) * 60_000)
  }
  return guess
}

/** A row of hand-written SQL, in which these instants still stand as the database wrote them. */
export function dated<Row extends Record<Name, Date | null>, Name extends string>(row: Row, instants: readonly Name[]): Row {
  return { ...row, ...Object.fromEntries(instants.map((name) => [name, row[name] && new Date(row[name])])) }
}
