import { describe, expect, it } from 'vitest'
import { detailsForm, type Asking } from '~/party-details/forms'
import { ageGroupOf, ageOn, askedOf, dueAt, isGuarded, isShownAtGate, mayFill, type Member } from '~/party-details/rules'
import { states } from '~/registrations/rules'

const day = '2026-12-06'
const GROWN = '999999196805040014'
const CHILD = '999999201506300027'
const YOUTH = '999999201005030014'

const now = new Date('2026-12-06T00:00:00Z')
const slot = { startsAt: new Date('2026-12-06T02:00:00Z'), cancelledAt: null }

describe('who is asked', () => {
  it.each(states)('%s', (state) =>
    expect(mayFill(state, slot, now)).toEqual(state === 'confirmed' ? { ok: true } : { ok: false, why: 'not-confirmed' }),
  )

  it('until the slot begins, and not for one that is cancelled', () => {
    expect(mayFill('confirmed', slot, new Date(slot.startsAt.getTime() - 1)).ok).toBe(true)
    expect(mayFill('confirmed', slot, slot.startsAt)).toMatchObject({ why: 'slot-begun' })
    expect(mayFill('confirmed', { ...slot, cancelledAt: now }, now)).toMatchObject({ why: 'slot-cancelled' })
    expect(dueAt(slot.startsAt, 2)).toEqual(new Date('2026-12-04T02:00:00Z'))
  })

  it('what is asked stands there with its purpose', () => {
    const nothing = { asksIdentity: false, identityWhy: '', asksBirthDate: false, birthDateWhy: '', asksPlate: false, plateWhy: '' }
    expect(askedOf(nothing)).toEqual([])
    expect(askedOf({ ...nothing, asksPlate: true, plateWhy: '进库区' })).toEqual([{ what: 'plate', why: '进库区' }])
  })
})

describe('age on the day of the visit', () => {
  it.each([
    ['2008-12-06', 18],
    ['2008-12-07', 17],
    ['2008-02-29', 18],
    ['2012-12-07', 13],
  ])('%s: %i', (born, age) => expect(ageOn(born, day)).toBe(age))

  it('a leap day is reached on 1 March of other years', () => {
    expect([ageOn('2008-02-29', '2026-02-28'), ageOn('2008-02-29', '2026-03-01')]).toEqual([17, 18])
  })

  const nobody = { document: null, bornOn: null, ageGroup: null }
  it.each([
    ['by the identity number', { ...nobody, document: { kind: 'resident-id', number: CHILD }, ageGroup: 'adult' }, 'under-14'],
    ['by the birth date', { ...nobody, bornOn: '2010-05-03' }, 'under-18'],
    [
      'by what was ticked, where a passport tells none',
      { ...nobody, document: { kind: 'passport', number: 'E12345678' }, ageGroup: 'under-18' },
      'under-18',
    ],
    ['otherwise grown up', nobody, 'adult'],
  ] as const)('%s', (_, member, group) => expect(ageGroupOf(member, day)).toBe(group))
})

describe('a minor', () => {
  const aMember = (values: Partial<Member>): Member => ({
    ...{ name: '甲', document: null, bornOn: '1980-01-01', ageGroup: null, guardian: null, guardianConsented: false },
    ...values,
  })
  const grown = aMember({})
  const youth = aMember({ bornOn: '2010-05-03' })
  const child = aMember({ bornOn: '2015-06-30' })
  const phone = { name: '乙', phone: '13800000000' }

  it.each([
    ['grown up', [grown], 0, null],
    ['alone', [youth], 0, 'guardian-needed'],
    ['with a grown-up of the party', [grown, { ...youth, guardian: { position: 1 } }], 1, null],
    ['with somebody who can be phoned', [{ ...youth, guardian: phone }], 0, null],
    ['with another minor', [youth, { ...youth, guardian: { position: 1 } }], 1, 'guardian-not-adult'],
    ['with themselves', [{ ...youth, guardian: { position: 1 } }], 0, 'guardian-not-adult'],
    ['with nobody of that number', [{ ...youth, guardian: { position: 7 } }], 0, 'guardian-not-adult'],
    ['under 14 without consent', [{ ...child, guardian: phone }], 0, 'child-consent'],
    ['under 14 with consent', [{ ...child, guardian: phone, guardianConsented: true }], 0, null],
  ] as const)('%s', (_, members, index, why) => {
    expect(isGuarded(members, index, day)).toEqual(why ? { ok: false, why } : { ok: true })
  })
})

it('the gate sees everything on the day, and on no other', () => {
  expect([isShownAtGate(day, day), isShownAtGate(day, '2026-12-05'), isShownAtGate(day, '2026-12-07')]).toEqual([true, false, false])
})

describe('the form', () => {
  const asking: Asking = {
    size: 2,
    asksIdentity: true,
    asksBirthDate: false,
    asksPlate: true,
    today: '2026-11-27',
    visitDay: day,
    kept: [],
  }
  const two = { 'name-1': '王小明', 'identity-1': GROWN, 'name-2': '王小小', 'identity-2': YOUTH, 'guardian-2': '1', consent: 'on' }
  const faults = (values: Record<string, string>, on: Partial<Asking> = {}) => {
    const read = detailsForm({ ...asking, ...on }).safeParse(values)
    return read.success ? {} : Object.fromEntries(read.error.issues.map(({ path, message }) => [path.join('.'), message.split('.').at(-1)]))
  }
  const value = (values: Record<string, string>, on: Partial<Asking> = {}) => detailsForm({ ...asking, ...on }).parse(values)

  it('reads a party, and keeps no guardian of somebody grown up', () => {
    expect(
      value({ ...two, 'guardian-1': 'other', 'guardianName-1': '多余', 'guardianPhone-1': '13800000000', plates: '浙a·12345\n京AD12345' }),
    ).toEqual({
      members: [
        {
          name: '王小明',
          document: { kind: 'resident-id', number: GROWN },
          bornOn: null,
          ageGroup: null,
          guardian: null,
          guardianConsented: false,
        },
        {
          name: '王小小',
          document: { kind: 'resident-id', number: YOUTH },
          bornOn: null,
          ageGroup: null,
          guardian: { position: 1 },
          guardianConsented: false,
        },
      ],
      plates: ['浙A12345', '京AD12345'],
    })
  })

  it('says everything that is wrong at once', () => {
    expect(faults({ 'identity-1': '1', 'name-2': '小', 'identity-2': CHILD, plates: '没有' })).toEqual({
      'name-1': 'name-required',
      'identity-1': 'identity-length',
      'guardian-2': 'guardian-needed',
      plates: 'plate',
      consent: 'consent',
    })
  })

  it.each([
    ['no document at all', { 'identity-1': '' }, { 'identity-1': 'identity-required' }],
    ['another document of no kind', { 'identity-1': '', 'other-1': 'E12345678' }, { 'kind-1': 'kind' }],
    ['another document that cannot be one', { 'identity-1': '', 'kind-1': 'taiwan', 'other-1': 'X' }, { 'other-1': 'document' }],
    [
      'a guardian without a mobile number',
      { 'guardian-2': 'other', 'guardianName-2': '乙', 'guardianPhone-2': '1' },
      { 'guardianPhone-2': 'guardian-phone' },
    ],
    ['a guardian without a name', { 'guardian-2': 'other', 'guardianPhone-2': '13800000000' }, { 'guardianName-2': 'guardian-name' }],
    ['a child without consent', { 'identity-2': CHILD }, { 'childConsent-2': 'child-consent' }],
    ['more plates than people', { plates: '浙A12345，浙A12346，浙A12347' }, { plates: 'plates-many' }],
    ['no consent', { consent: '' }, { consent: 'consent' }],
  ])('%s', (_, values, expected) => expect(faults({ ...two, ...values })).toEqual(expected))

  it('a passport needs neither an identity number nor, where none is asked, a birth date', () => {
    const { members } = value({ ...two, 'identity-1': '', 'kind-1': 'passport', 'other-1': 'e12345678' })
    expect(members[0]).toMatchObject({ document: { kind: 'passport', number: 'E12345678' }, ageGroup: 'adult' })
    expect(faults({ ...two, 'identity-1': '', 'kind-1': 'passport', 'other-1': 'e12345678' }, { asksBirthDate: true })).toEqual({
      'born-1': 'born-required',
    })
  })

  it('what is not asked is not kept, however it is sent', () => {
    const on = { asksIdentity: false, asksPlate: false }
    expect(value({ ...two, plates: '浙A12345', 'born-1': '19680504', 'age-2': 'under-18' }, on)).toMatchObject({
      plates: [],
      members: [
        { document: null, bornOn: null },
        { document: null, bornOn: null, ageGroup: 'under-18', guardian: { position: 1 } },
      ],
    })
  })

  it('what was told once is kept when left empty, but only for the same person', () => {
    const { members: kept } = value(two)
    const again = { ...two, 'identity-1': '', 'identity-2': '' }
    expect(value(again, { kept }).members).toEqual(kept)
    expect(faults({ ...again, 'name-1': '别人' }, { kept })).toEqual({ 'identity-1': 'identity-required' })
  })
})
