let base = ''

/** Set once at start from BASE_PATH; empty at the root of a domain. */
export function setBasePath(path: string) {
  base = path
}

/** Every address in a page, mail, feed or file is made here: the path below the site's root, with BASE_PATH before it. */
export const address = (path: string, query: Query = {}): string => `${base}${withQuery(path, query)}`

type Query = Record<string, string | number | undefined | null>

/** What is not given is left out. */
export function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return search ? `${path}?${search}` : path
}

/** The same with scheme and host, for what leaves the site. */
export const fullAddress = (origin: string, path: string) => `${origin}${address(path)}`

/** A return path from a form or address: only a path of this site, else the fallback (no open redirect). */
export function returnPath(given: unknown, fallback = '/'): string {
  if (typeof given !== 'string' || !/^\/(?![/\\])[\w\-./~%?=&:,+@]*$/u.test(given)) return fallback
  if (/%(2f|5c|0[0-9a-f]|1[0-9a-f])/i.test(given.split('?')[0] ?? '')) return fallback
  return given
}
