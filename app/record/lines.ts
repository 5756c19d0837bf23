import { recordWords } from './words'

type Act = keyof (typeof recordWords)['zh']['act']

const isAct = (act: string): act is Act => act in recordWords.zh.act

/** An act in words; one from an older version that nobody names any more is shown as it was written. */
export const actWord = (t: (key: never) => unknown, act: string): string => (isAct(act) ? String(t(`record:act.${act}` as never)) : act)

/** Facts of a line on one line, as they were recorded; what holds nothing is left out. */
export const factsText = (facts: unknown): string =>
  facts && typeof facts === 'object'
    ? Object.entries(facts)
        .filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
        .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
        .join('; ')
    : ''
