import { parse, serialize } from 'cookie'
import { readSettings } from '~/settings.server'

const settings = readSettings()
const secure = settings.PUBLIC_URL?.startsWith('https:') ?? false
// __Host- where the site owns its origin, __Secure- below a path; plain http allows neither (RFC 6265bis 4.1.3).
const prefix = !secure ? '' : settings.BASE_PATH ? '__Secure-' : '__Host-'

type Name = 'lang' | 'display' | 'sid' | 'device' | 'participant'

export const cookiesOf = (header: string | undefined | null): Partial<Record<Name, string>> => {
  const found = parse(header ?? '')
  const named = (name: Name) => found[prefix + name]
  return { lang: named('lang'), display: named('display'), sid: named('sid'), device: named('device'), participant: named('participant') }
}

/** A Set-Cookie line; no age: until the browser is closed. An empty value removes it. */
export const setCookie = (name: Name, value: string, maxAgeSeconds?: number) =>
  serialize(prefix + name, value, {
    path: settings.BASE_PATH || '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: value === '' ? 0 : maxAgeSeconds,
  })
