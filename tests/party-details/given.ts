import { registerParty } from '~/registrations/register-writes.server'
import type { Details, Member } from '~/party-details/rules'
import { anOpenDay, aParty } from '../registrations/given'
import { GROWN } from './numbers'

export const everythingAsked = {
  asksIdentity: true,
  identityWhy: '库区凭身份证入场',
  asksBirthDate: true,
  birthDateWhy: '核对年龄',
  asksPlate: true,
  plateWhy: '进库区要登记车辆',
}

/** An open day that asks those who got a place for an identity number, a birth date and plates. */
export const anAskingDay = (values: Parameters<typeof anOpenDay>[0] = {}) => anOpenDay({ ...everythingAsked, ...values })

export async function aConfirmed(pool: { slotId: number; id: number }, values: Parameters<typeof aParty>[1] = {}) {
  const answer = await registerParty(aParty(pool, values))
  if (!answer.ok) throw new Error(answer.why)
  return answer
}

export const aMember = (values: Partial<Member> = {}): Member => ({
  name: '王小明',
  document: { kind: 'resident-id', number: GROWN },
  bornOn: null,
  ageGroup: null,
  guardian: null,
  guardianConsented: false,
  ...values,
})

export const someDetails = (values: Partial<Details> = {}): Details => ({ members: [aMember()], plates: [], ...values })
