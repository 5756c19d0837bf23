import { z } from 'zod'
import { readContact } from '../accounts/rules'
import type { Day } from '../calendar/periods'
import { line } from '../web/text'
import { otherDocuments, readBirthDate, readIdentityNumber, readOtherDocument, type Document } from './documents'
import { fieldsOf, OTHER_GUARDIAN, type MemberFields } from './fields'
import { readPlate } from './plates'
import { ageGroups, ageGroupOf, isGuarded, type Asks, type Details, type Guardian, type Member } from './rules'

const NAME_MAX = 40
const PLATES_TYPED_MAX = 2_000

export type Asking = Pick<Asks, 'asksIdentity' | 'asksBirthDate' | 'asksPlate'> & {
  size: number
  today: Day
  visitDay: Day
  /** What is kept already, by position: what was told once is not asked again. */
  kept: readonly Member[]
}

type Typed = Record<string, string | undefined>
type Fault = (field: string, message: string) => null

const fault = (name: string) => `party-details:error.${name}`
const name = line(NAME_MAX, { required: fault('name-required'), long: fault('name-long') })

/** The sensitive part is agreed to apart from everything else, and for everybody who comes along. */
export const detailsForm = (asking: Asking) =>
  z.record(z.string(), z.unknown()).transform((sent, context): Details => {
    const typed: Typed = Object.fromEntries(
      Object.entries(sent).map(([field, value]) => [field, typeof value === 'string' ? value : undefined]),
    )
    const faulty: Fault = (field, message) => {
      context.addIssue({ code: 'custom', path: [field], message })
      return null
    }
    const members = Array.from({ length: asking.size }, (_, index) => readMember(typed, index, asking, faulty))
    members.forEach((_, index) => checkGuardian(members, index, asking, faulty))
    const plates = asking.asksPlate ? readPlates(typed.plates, asking, faulty) : []
    if (typed.consent !== 'on') faulty('consent', fault('consent'))
    return { members, plates }
  })

function readMember(typed: Typed, index: number, asking: Asking, faulty: Fault): Member {
  const fields = fieldsOf(index + 1)
  const named = name.safeParse(typed[fields.name] ?? '')
  if (!named.success) faulty(fields.name, named.error.issues[0]!.message)
  const called = named.success ? named.data : ''
  const same = asking.kept[index]?.name === called ? asking.kept[index] : undefined
  const document = asking.asksIdentity ? readDocument(typed, fields, asking, same, faulty) : null
  const bornOn =
    asking.asksBirthDate && document?.kind !== 'resident-id' ? readBorn(typed[fields.born], fields, asking, same, faulty) : null
  const told = ageGroups.find((each) => each === typed[fields.age]) ?? same?.ageGroup ?? 'adult'
  const member = { name: called, document, bornOn, ageGroup: document?.kind === 'resident-id' || bornOn ? null : told }
  if (ageGroupOf(member, asking.visitDay) === 'adult') return { ...member, guardian: null, guardianConsented: false }
  return { ...member, guardian: readGuardian(typed, fields, same, faulty), guardianConsented: typed[fields.childConsent] === 'on' }
}

function readDocument(typed: Typed, fields: MemberFields, { today }: Asking, same: Member | undefined, faulty: Fault): Document | null {
  const [identity, other] = [typed[fields.identity]?.trim() ?? '', typed[fields.other]?.trim() ?? '']
  if (identity) {
    const read = readIdentityNumber(identity, today)
    return read.ok ? { kind: 'resident-id', number: read.number } : faulty(fields.identity, fault(read.why))
  }
  if (!other) return same?.document ?? faulty(fields.identity, fault('identity-required'))
  const kind = otherDocuments.find((each) => each === typed[fields.kind])
  if (!kind) return faulty(fields.kind, fault('kind'))
  const number = readOtherDocument(kind, other)
  return number ? { kind, number } : faulty(fields.other, fault('document'))
}

function readBorn(typed: string | undefined, fields: MemberFields, { today }: Asking, same: Member | undefined, faulty: Fault): Day | null {
  if (!typed?.trim()) return same?.bornOn ?? faulty(fields.born, fault('born-required'))
  return readBirthDate(typed, today) ?? faulty(fields.born, fault('born'))
}

/** Another person's telephone is kept like everything else that was told once. */
function readGuardian(typed: Typed, fields: MemberFields, same: Member | undefined, faulty: Fault): Guardian | null {
  const chosen = typed[fields.guardian] ?? ''
  if (/^[1-9]\d?$/.test(chosen)) return { position: Number(chosen) }
  const [called, phone] = [typed[fields.guardianName]?.trim() ?? '', typed[fields.guardianPhone]?.trim() ?? '']
  if (chosen !== OTHER_GUARDIAN && !called && !phone) return null
  const named = name.safeParse(called)
  if (!named.success) faulty(fields.guardianName, called ? named.error.issues[0]!.message : fault('guardian-name'))
  const before = same?.guardian && 'phone' in same.guardian && same.guardian.name === called ? same.guardian.phone : null
  const reach = phone ? readContact(phone) : null
  const number = phone ? (reach?.kind === 'phone' ? reach.address : null) : before
  if (!number) faulty(fields.guardianPhone, fault('guardian-phone'))
  // Said above already: nobody is told in addition that there is no guardian.
  return { name: named.success ? named.data : called, phone: number ?? '' }
}

const places = { 'guardian-needed': 'guardian', 'guardian-not-adult': 'guardian', 'child-consent': 'childConsent' } as const

function checkGuardian(members: Member[], index: number, { visitDay }: Asking, faulty: Fault) {
  const guarded = isGuarded(members, index, visitDay)
  if (!guarded.ok) faulty(fieldsOf(index + 1)[places[guarded.why]], fault(guarded.why))
}

/** One a line, or with commas between; no more vehicles than people. */
function readPlates(typed: string | undefined, { size }: Asking, faulty: Fault): string[] {
  if (!typed?.trim()) return []
  const lines = (typed.length > PLATES_TYPED_MAX ? '' : typed).split(/[\n,，、;；]/).map((each) => each.trim())
  const read = lines.filter((each) => each !== '').map(readPlate)
  if (read.length === 0 || read.includes(null)) return (faulty('plates', fault('plate')), [])
  const plates = [...new Set(read as string[])]
  if (plates.length > size) faulty('plates', fault('plates-many'))
  return plates
}
