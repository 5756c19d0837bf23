/** Names of the fields of one person of a party, counted from 1. */
export const fieldsOf = (position: number) => ({
  name: `name-${position}`,
  identity: `identity-${position}`,
  kind: `kind-${position}`,
  other: `other-${position}`,
  born: `born-${position}`,
  age: `age-${position}`,
  guardian: `guardian-${position}`,
  guardianName: `guardianName-${position}`,
  guardianPhone: `guardianPhone-${position}`,
  childConsent: `childConsent-${position}`,
})

export type MemberFields = ReturnType<typeof fieldsOf>

/** The choice of somebody who does not come along. */
export const OTHER_GUARDIAN = 'other'
