import { describe, expect, it } from 'vitest'
import { checkCharacter, maskNumber, readBirthDate, readIdentityNumber, readOtherDocument } from '~/party-details/documents'
import { maskPlate, readPlate } from '~/party-details/plates'

const today = '2026-11-27'
const identity = (typed: string) => {
  const read = readIdentityNumber(typed, today)
  return read.ok ? read.number : read.why
}

describe('an identity number', () => {
  // The first is the example of GB 11643-1999; the others have an area code that is not in use.
  it.each([
    '11010519491231002X',
    '999999196805040014',
    '999999201005030014',
    '999999200012311231',
    '99999919900107006X',
    '999999200802290033',
  ])('%s fits its check character', (number) => {
    expect(identity(number)).toBe(number)
    expect(checkCharacter(number)).toBe(number[17])
  })

  it('may be typed in full width, with spaces, hyphens and a small x', () => {
    expect(identity(' １１０１０５ １９４９１２３１ ００２ｘ ')).toBe('11010519491231002X')
    expect(identity('110105-19491231-002x')).toBe('11010519491231002X')
  })

  it('with one digit wrong, or two neighbours exchanged, is refused: every one of them', () => {
    const good = '999999196805040014'
    for (let at = 0; at < 17; at++) {
      for (const digit of '0123456789') {
        if (digit !== good[at])
          expect(identity(good.slice(0, at) + digit + good.slice(at + 1)), `${at} ${digit}`).toMatch(/^identity-(check|date)$/)
      }
      const exchanged = good.slice(0, at) + good[at + 1] + good[at] + good.slice(at + 2)
      if (exchanged !== good) expect(identity(exchanged), `${at}`).toMatch(/^identity-/)
    }
  })

  it.each([
    ['', 'identity-length'],
    ['123', 'identity-length'],
    ['110105491231002', 'identity-length'],
    ['11010519491231002Y', 'identity-length'],
    ['1101051949123100２X2', 'identity-length'],
    ['999999200902290017', 'identity-date'],
    ['999999199013010013', 'identity-date'],
    ['999999188001010014', 'identity-date'],
    ['999999202611280010', 'identity-date'],
    ['110105194912310021', 'identity-check'],
  ])('%s: %s', (typed, why) => expect(identity(typed)).toBe(why))
})

describe('another document', () => {
  it.each([
    ['passport', ' e12345678 ', 'E12345678'],
    ['passport', 'ＥＡ１２３４５６７', 'EA1234567'],
    ['passport', '1234', null],
    ['hk-macao', 'h12345678', 'H12345678'],
    ['hk-macao', 'M1234567801', 'M1234567801'],
    ['hk-macao', '12345678', null],
    ['taiwan', '12345678', '12345678'],
    ['taiwan', '0012345678(B)', '0012345678(B)'],
    ['taiwan', 'T1234567', null],
  ] as const)('%s %s', (kind, typed, read) => expect(readOtherDocument(kind, typed)).toBe(read))
})

describe('a birth date', () => {
  it.each([
    ['20100503', '2010-05-03'],
    ['2010-5-3', '2010-05-03'],
    ['2010年5月3日', '2010-05-03'],
    ['２０１０／０５／０３', '2010-05-03'],
    ['20080229', '2008-02-29'],
    ['20090229', null],
    ['20101301', null],
    ['2010', null],
    ['20261128', null],
    ['18991231', null],
    ['3.5.2010', null],
  ])('%s', (typed, day) => expect(readBirthDate(typed, today)).toBe(day))
})

describe('a plate', () => {
  it.each([
    ['浙A12345', '浙A12345'],
    ['浙 a·12345', '浙A12345'],
    ['浙Ａ１２３４５', '浙A12345'],
    ['京AD12345', '京AD12345'],
    ['沪AF1B234', null],
    ['粤B12345D', '粤B12345D'],
    ['粤BD1234', '粤BD1234'],
    ['粤BDA1234', '粤BDA1234'],
    ['粤Z1234港', '粤Z1234港'],
    ['浙I12345', null],
    ['浙A1234O', null],
    ['A12345', null],
    ['浙A1234', null],
    ['浙A123456', null],
    ['浙AD123456', null],
    ['美A12345', null],
  ])('%s', (typed, plate) => expect(readPlate(typed)).toBe(plate))
})

it('masked, a number shows its first character and at most four at the end; a plate its province and two', () => {
  expect(maskNumber('999999196805040014')).toBe('9*************0014')
  expect(maskNumber('E12345678')).toBe('E******78')
  expect(maskPlate('浙AD12345')).toBe('浙****45')
})
