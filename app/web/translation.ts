import type { i18n } from 'i18next'
import { i18nFor, type Language, type Words } from '~/i18n'
import { usePage } from './page'

type Namespace = keyof Words
/** One domain, or several: the first is the default, the others are named in the key, `consultations:title`. */
type Namespaces = Namespace | readonly [Namespace, ...Namespace[]]

/** The keys of a tree of words; a sentence that depends on a number is asked for without its ending. */
type KeyIn<Tree> = {
  [K in keyof Tree & string]: Tree[K] extends string
    ? K extends `${infer Bare}_${'zero' | 'one' | 'other'}`
      ? Bare
      : K
    : `${K}.${KeyIn<Tree[K]>}`
}[keyof Tree & string]

type Keys = { [N in Namespace]: KeyIn<Words[N]> }
type Named = { [N in Namespace]: `${N}:${Keys[N]}` }
type Key<N extends Namespaces> = N extends readonly [infer First extends Namespace, ...Namespace[]]
  ? Keys[First] | Named[N[number] & Namespace]
  : N extends Namespace
    ? Keys[N] | Named[N]
    : never

/** The sentence of a key. i18next has a type that says the same and more, which took the compiler a quarter of its time. */
export type Translate<N extends Namespaces> = (key: Key<N>, values?: Record<string, unknown>) => string

const fixed = new Map<string, Translate<never>>()

const MOST_KEPT = 5_000

/** Names a sentence that will be asked for again: one whose values are numbers and short words, if it has any. */
function recallable(key: string, values: Record<string, unknown> | undefined): string | null {
  if (values === undefined) return key
  let name = key
  for (const field in values) {
    const value = values[field]
    if (typeof value !== 'number' && (typeof value !== 'string' || value.length > 10)) return null
    name += `\0${field}\0${value}`
  }
  return name
}

/** `t` of one language and namespace; common sentences are put together once in the life of the process. */
function fixedT<N extends Namespaces>(lang: Language, namespace: N): Translate<N> {
  const id = `${lang} ${String(namespace)}`
  let found = fixed.get(id)
  if (!found) {
    const translate = i18nFor(lang).getFixedT(lang, namespace as Namespace | readonly Namespace[]) as unknown as (
      key: string,
      values?: object,
    ) => string
    const plain = new Map<string, string>()
    const t = (key: string, values?: Record<string, unknown>) => {
      const id = recallable(key, values)
      const known = id === null ? undefined : plain.get(id)
      if (known !== undefined) return known
      const sentence = translate(key, values)
      if (id === null) return sentence
      if (plain.size >= MOST_KEPT) plain.clear()
      plain.set(id, sentence)
      return sentence
    }
    fixed.set(id, (found = t as unknown as Translate<never>))
  }
  return found as unknown as Translate<N>
}

/**
 * The words of one domain in the page's language. react-i18next offers the same, but makes a new wrapper at every
 * use, a fifth of the time of a long page (README, Choices).
 */
export function useTranslation<const N extends Namespaces = 'web'>(namespace?: N): { t: Translate<N>; i18n: i18n } {
  const { lang } = usePage()
  return { t: fixedT(lang, (namespace ?? 'web') as N), i18n: i18nFor(lang) }
}
