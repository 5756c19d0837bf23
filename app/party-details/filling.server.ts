import { maskContact } from '~/accounts/rules'
import { dayOf } from '~/calendar/periods'
import { maskNumber } from './documents'
import { fieldsOf, OTHER_GUARDIAN } from './fields'
import type { Asking } from './forms'
import type { Asks, Details, Member } from './rules'

type On = { size: number; day: Asks; slot: { startsAt: Date }; now: Date; zone: string; kept?: readonly Member[] }

/** What is asked of this party, and by which calendar days. */
export const askingFor = ({ size, day, slot, now, zone, kept = [] }: On): Asking => ({
  size,
  asksIdentity: day.asksIdentity,
  asksBirthDate: day.asksBirthDate,
  asksPlate: day.asksPlate,
  today: dayOf(now, zone),
  visitDay: dayOf(slot.startsAt, zone),
  kept,
})

/** What is kept, as the form shows it again: numbers only as a masked hint, because a link can fall into other hands. */
export function keptFields({ members, plates }: Details) {
  const values: Record<string, string> = plates.length > 0 ? { plates: plates.join('\n') } : {}
  const hints: Record<string, string> = {}
  for (const [index, { name, document, bornOn, ageGroup, guardian, guardianConsented }] of members.entries()) {
    const fields = fieldsOf(index + 1)
    values[fields.name] = name
    if (document) hints[fields.identity] = maskNumber(document.number)
    if (bornOn) hints[fields.born] = bornOn.replaceAll(/\d/g, '*')
    if (ageGroup) values[fields.age] = ageGroup
    if (guardianConsented) values[fields.childConsent] = 'on'
    if (guardian && 'position' in guardian) values[fields.guardian] = String(guardian.position)
    if (guardian && 'phone' in guardian) {
      Object.assign(values, { [fields.guardian]: OTHER_GUARDIAN, [fields.guardianName]: guardian.name })
      hints[fields.guardianPhone] = maskContact({ kind: 'phone', address: guardian.phone })
    }
  }
  return { values, hints }
}
