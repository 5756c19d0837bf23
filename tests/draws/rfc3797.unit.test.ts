import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ENTRIES_MOST, keyOf, orderOf, randomAt } from '~/draws/rfc3797'

// RFC 3797 §6: the sources, the key they come to, the digests and the order of the pool of 25.
const VALUE = '9319\n2 5 12 8 10\n9 18 26 34 41 45\n'
const KEY = '9319./2.5.8.10.12./9.18.26.34.41.45./'
const DIGESTS = `990DD0A5692A029A98B5E01AA28F3459 3691E55CB63FCC37914430B2F70B5EC6 FE814EDF564C190AC1D25753979990FA
1863CCACEB568C31D7DDBDF1D4E91387 F4AB33DF4889F0AF29C513905BE1D758 13EAEB529F61ACFB9A29D0BA3A60DE4A
992DB77C382CA2BDB9727001F3CDCCD9 63AB4258ECA922976811C7F55C383CE7 DFBC5AC97CED01B3A6E348E3CC63F40D
31CB111C4A4EBE9287CEAE16FE51B909 07FA46C122F164C215BBC72793B189A3 AC52F8D75CCBE2E61AFEB3387637D501
53306F73E14FC0B2FBF434218D25948E B5D1403501A81F9A47318BE7893B347C 85B10B356AA06663EF1B1B407765100A
3269E6CE559ABD57E2BA6AAB495EB9BD`.split(/\s+/)
const SELECTED = [17, 7, 2, 16, 25, 23, 8, 24, 19, 13, 22, 5, 18, 9, 1, 4]

describe('the worked example of RFC 3797 §6', () => {
  test('its sources come to its key', () => expect(keyOf(VALUE)).toBe(KEY))

  test('its key gives its random numbers', () =>
    expect(DIGESTS.map((_, index) => randomAt(KEY, index).toString(16).toUpperCase().padStart(32, '0'))).toEqual(DIGESTS))

  test('its selections come out in its order', () => expect(orderOf(KEY, 25).slice(0, SELECTED.length)).toEqual(SELECTED))
})

describe('the key', () => {
  test.each([
    ['07 12 3', '3.7.12./'],
    ['000', '0./'],
    ['12.50 012.5 12', '12.12.512.5/'],
    ['１２，３、４', '3.4.12./'],
    ['3 3 1\r\n\r\n10', '1.3.3./10./'],
    ['9007199254740993 9007199254740992', '9007199254740992.9007199254740993./'],
  ])('%j is %s', (value, key) => expect(keyOf(value)).toBe(key))

  test.each(['', ' \n ', 'seven', '-3', '1e5', '3 4 x', '1.2.3', '.5', '9'.repeat(41)])('%j is no value', (value) =>
    expect(keyOf(value)).toBeNull(),
  )

  test('is the same in whatever order the numbers of a source were read out', () =>
    fc.assert(
      fc.property(
        fc
          .array(fc.nat(), { minLength: 1, maxLength: 8 })
          .chain((numbers) => fc.tuple(fc.constant(numbers), fc.shuffledSubarray(numbers, { minLength: numbers.length }))),
        ([numbers, mixed]) => {
          expect(keyOf(numbers.join(' '))).toBe(keyOf(mixed.join(', ')))
        },
      ),
    ))
})

describe('the order', () => {
  test('has every entry once, and is the same each time', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 7 }), fc.integer({ min: 0, max: 400 }), (numbers, count) => {
        const key = keyOf(numbers.join(' '))!
        const order = orderOf(key, count)
        expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index + 1))
        expect(orderOf(key, count)).toEqual(order)
      }),
    ))

  test('another value gives another order', () => expect(orderOf('1./', 200)).not.toEqual(orderOf('2./', 200)))

  test('of more than the counter can number is refused', () => expect(() => orderOf(KEY, ENTRIES_MOST + 1)).toThrow(RangeError))
})
