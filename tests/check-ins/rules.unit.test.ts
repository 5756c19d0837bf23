import { describe, expect, test } from 'vitest'
import { readUpload } from '~/check-ins/forms'
import { afterwards, deviceVerdicts, letIn, maySettle, type DeviceVerdict, type Scan } from '~/check-ins/rules'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 1, 2, minute))
const admitted: Scan = { outcome: 'admitted' }
const repeat: Scan = { outcome: 'repeat' }
const told = (said: DeviceVerdict, agoMs = 60_000) => ({ said, agoMs })
const refused = { outcome: 'refused', why: 'cancelled' } as const

describe('what becomes of a scan that is told later', () => {
  test.each(['admitted', 'unlisted'] as const)('let in as %s and in the books: they came', (said) => {
    expect(afterwards(admitted, told(said), at(1), null)).toEqual({ scan: admitted, conflict: false, comesFirst: false })
  })

  test('let in twice: the earlier by the corrected clocks came, whichever was told first', () => {
    expect(afterwards(repeat, told('admitted'), at(2), at(1))).toEqual({ scan: repeat, conflict: true, comesFirst: false })
    expect(afterwards(repeat, told('admitted'), at(1), at(2))).toEqual({ scan: admitted, conflict: false, comesFirst: true })
  })

  test('a clock put right by more than a day since the scan takes nobody’s turn', () => {
    expect(afterwards(repeat, told('admitted', 25 * 3_600_000), at(1), at(2))).toEqual({ scan: repeat, conflict: true, comesFirst: false })
  })

  test('let in twice in the same millisecond: who was told first stays', () => {
    expect(afterwards(repeat, told('unlisted'), at(1), at(1))).toEqual({ scan: repeat, conflict: true, comesFirst: false })
  })

  test('let in against the books is a conflict, never an arrival', () => {
    expect(afterwards(refused, told('admitted'), at(1), null)).toEqual({ scan: refused, conflict: true, comesFirst: false })
    expect(afterwards(refused, told('unlisted'), at(1), at(2))).toEqual({ scan: refused, conflict: true, comesFirst: false })
  })

  test.each(['repeat', 'refused'] as const)('turned away as %s: nobody came and nothing conflicts, whatever the books say', (said) => {
    const turnedAway = { outcome: 'refused', why: 'turned-away' } as const
    expect(afterwards(admitted, told(said), at(1), null)).toEqual({ scan: turnedAway, conflict: false, comesFirst: false })
    expect(afterwards(repeat, told(said), at(1), at(2))).toEqual({ scan: repeat, conflict: false, comesFirst: false })
    expect(afterwards(refused, told(said), at(1), null)).toEqual({ scan: refused, conflict: false, comesFirst: false })
  })

  test('a conflict is always of people who went in, and never the scan that counts', () => {
    for (const said of deviceVerdicts)
      for (const found of [admitted, repeat, refused])
        for (const first of [null, at(0), at(1), at(2)]) {
          const { scan, conflict, comesFirst } = afterwards(found, told(said), at(1), first)
          if (conflict) expect([letIn(said), scan.outcome]).toEqual([true, expect.not.stringMatching('admitted')])
          if (comesFirst) expect(scan).toEqual(admitted)
        }
  })
})

describe('the clock of a device', () => {
  const nonce = 'n'.repeat(22)
  const agoMs = (now: number, scannedAt: number) =>
    readUpload(JSON.stringify({ device: '东门 1', now, scans: [{ nonce, shown: 'x', at: scannedAt, said: 'admitted' }] }))?.scans[0]!.told
      ?.agoMs

  test('only the difference is believed, whatever year the device lives in', () => {
    for (const now of [0, Date.UTC(2019, 0, 1), Date.UTC(2099, 0, 1)]) expect(agoMs(now + 90_000, now)).toBe(90_000)
  })

  test('set back after the scan it is taken as now; set forward it is at most a month ago', () => {
    expect(agoMs(1_000, 90_000)).toBe(0)
    expect(agoMs(Date.UTC(2099, 0, 1), 0)).toBe(31 * 24 * 3_600_000)
  })

  test('what is no time makes no upload', () => {
    for (const wrong of [-1, 1.5, Number.NaN, 2 ** 60]) expect(agoMs(1_000, wrong)).toBeUndefined()
  })

  test('a scan that the server is asked about has nothing told', () => {
    const asked = readUpload(JSON.stringify({ device: '', now: 5, scans: [{ nonce, shown: 'x', at: 1, said: null }] }))
    expect(asked!.scans).toEqual([{ nonce, shown: 'x', device: '', told: undefined }])
  })
})

describe('settling a conflict', () => {
  test('once, with a reason, and only what is one', () => {
    expect(maySettle({ conflict: true, settledAt: null }, '一家人')).toEqual({ ok: true })
    expect(maySettle({ conflict: true, settledAt: null }, ' ')).toMatchObject({ why: 'no-reason' })
    expect(maySettle({ conflict: true, settledAt: at(1) }, '一家人')).toMatchObject({ why: 'settled' })
    expect(maySettle({ conflict: false, settledAt: null }, '一家人')).toMatchObject({ why: 'no-conflict' })
  })
})
