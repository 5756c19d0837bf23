import type { Party } from '../registrations/rules'

/** One party in the list, in the words of the notice; nothing that says who it is. */
export type Entry = Party & {
  slot: { position: number; name: string }
  /** Number of the registration within its slot. */
  number: number
  group: { position: number; name: string } | null
}

// What separates columns and lines must not stand in a name.
const plain = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()

/** A slot or group by its place in the notice and its name: names may be alike, places are not. */
export const labelOf = ({ position, name }: { position: number; name: string }) => `${position}${name ? ` ${plain(name)}` : ''}`

/** As visitors see the number of their registration: the slot's place in the notice, and the number within it. */
export const publicNumber = (slot: { position: number }, number: number) => `${slot.position}-${number}`

const needsIn = ({ wheelchairs, interpreter, quiet }: Party) =>
  [wheelchairs > 0 ? `wheelchair=${wheelchairs}` : '', interpreter ? 'interpreter' : '', quiet ? 'quiet' : ''].filter(Boolean).join(' ')

/**
 * The numbered list as one text: a line per party, its columns separated by tabs: entry, slot, number of the
 * registration, people, group, needs. What is empty is a hyphen. UTF-8, each line ended by LF.
 */
export const writeEntries = (entries: Entry[]): string =>
  entries
    .map((entry, index) => {
      const group = entry.group ? labelOf(entry.group) : '-'
      const columns = [labelOf(entry.slot), publicNumber(entry.slot, entry.number), entry.size, group, needsIn(entry) || '-']
      return `${[index + 1, ...columns].join('\t')}\n`
    })
    .join('')

/** Slot and number of each line, in order. */
export const numbersIn = (text: string): { slot: number; number: number }[] =>
  linesOf(text).map(({ shown }) => {
    const [slot, number] = shown.split('-').map(Number) as [number, number]
    return { slot, number }
  })

export type Line = { slot: string; shown: string; size: number; group: string; needs: string }

export const linesOf = (text: string): Line[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [, slot, shown, size, group, needs] = line.split('\t') as [string, string, string, string, string, string]
      return { slot, shown, size: Number(size), group, needs }
    })
