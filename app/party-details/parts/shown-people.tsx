import { SummaryList } from '~/ui/summary-list'
import { UserText } from '~/ui/quote'
import { useTranslation } from '~/web/translation'
import type { ShownDetails } from '../reads.server'

type Person = ShownDetails['members'][number]

/** Who comes, with what was asked of them: a line or two for each, whether masked or in full. */
export function ShownPeople({ of: { members, plates }, asksPlate }: { of: ShownDetails; asksPlate: boolean }) {
  const { t } = useTranslation('party-details')
  return (
    <SummaryList
      plain
      items={[
        ...members.map((person, index) => ({ key: t('person', { position: index + 1 }), value: <ShownPerson of={person} /> })),
        ...(asksPlate ? [{ key: t('desk.plates'), value: plates.join(' ') || t('desk.no-plates') }] : []),
      ]}
    />
  )
}

export function ShownPerson({ of: { name, document, bornOn, group, guardian } }: { of: Person }) {
  const { t } = useTranslation('party-details')
  return (
    <>
      <UserText>{name}</UserText> {document ? <Number of={document} /> : null}
      {bornOn ? ` ${t('desk.born-known', { day: bornOn })}` : null}
      {group === 'adult' ? null : (
        <div>
          <strong>{t(`desk.age.${group}`)}</strong> <Guardian of={guardian} />
        </div>
      )}
    </>
  )
}

const Number = ({ of: { kind, number } }: { of: NonNullable<Person['document']> }) => {
  const { t } = useTranslation('party-details')
  return (
    <>
      {t(`document.${kind}`)} {number}
    </>
  )
}

function Guardian({ of }: { of: Person['guardian'] }) {
  const { t } = useTranslation('party-details')
  if (!of) return <>{t('desk.guardian-missing')}</>
  return <>{t('desk.guardian', { who: of.phone ? `${of.name} ${of.phone}` : t('desk.guardian-member', { name: of.name }) })}</>
}
