import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf, numbersIn, writeEntries, type Entry } from '~/draws/entries'

const named = fc.record({ position: fc.integer({ min: 1, max: 9 }), name: fc.string({ unit: 'binary', maxLength: 12 }) })
const entry: fc.Arbitrary<Entry> = fc.record({
  slot: named,
  number: fc.integer({ min: 1, max: 20_000 }),
  group: fc.option(named),
  size: fc.integer({ min: 1, max: 50 }),
  wheelchairs: fc.nat({ max: 3 }),
  interpreter: fc.boolean(),
  quiet: fc.boolean(),
})

test('whatever slots and groups are called, each party is one line of six columns, and is found again by its number', () =>
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 20 }), (entries) => {
      const text = writeEntries(entries)
      const lines = text.split('\n').slice(0, -1)
      expect(lines.map((line) => line.split('\t').length)).toEqual(entries.map(() => 6))
      expect(lines.map((line) => line.split('\t')[0])).toEqual(entries.map((_, index) => String(index + 1)))
      expect(numbersIn(text)).toEqual(entries.map(({ slot, number }) => ({ slot: slot.position, number })))
      expect(linesOf(text).map(({ size }) => size)).toEqual(entries.map(({ size }) => size))
      expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text)
    }),
  ))

test('the same list is the same text', () =>
  fc.assert(fc.property(fc.array(entry), (entries) => writeEntries(entries) === writeEntries(structuredClone(entries)))))

test('an empty list is an empty text', () => {
  expect(writeEntries([])).toBe('')
  expect(linesOf('')).toEqual([])
})
