import type { SerializeFrom } from '@remix-run/node'
import { SlotTime } from '~/open-days/parts/slot-time'
import { DeskNeeds } from '~/registrations/parts/desk-needs'
import { useSlotName } from '~/registrations/parts/desk-slot'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'
import { Tag } from '~/ui/tag'
import { useTranslation } from '~/web/translation'
import type { GuardSheet } from '../guard-sheet-reads.server'
import { ShownPerson } from './shown-people'

type Slot = SerializeFrom<GuardSheet>['slots'][number]
type Party = Slot['parties'][number]

/** One slot of the sheet: its parties by number, and all plates at the end for the barrier. */
export function GuardSlot({ slot, asksPlate, lang }: { slot: Slot; asksPlate: boolean; lang: string }) {
  const { t } = useTranslation('party-details')
  const nameOf = useSlotName()
  const { parties, open } = slot
  const people = parties.reduce((sum, { size }) => sum + size, 0)
  const arrived = parties.reduce((sum, party) => sum + party.arrived, 0)
  return (
    <Section
      id={`slot-${slot.position}`}
      title={
        <>
          <UserText lang={lang}>{nameOf(slot)}</UserText> <SlotTime slot={slot} />
          {slot.gate ? (
            <>
              {' '}
              <UserText lang={lang}>{slot.gate}</UserText>
            </>
          ) : null}
        </>
      }
      lead={t('desk.sheet.total', { parties: parties.length, people, arrived })}
    >
      <p>
        <Tag tone={open ? 'open' : 'neutral'}>{t(open ? 'desk.sheet.today' : 'desk.sheet.masked')}</Tag>
      </p>
      <PartyTable slot={slot} asksPlate={asksPlate} />
      {asksPlate ? <PlateList parties={parties} position={slot.position} /> : null}
    </Section>
  )
}

function PartyTable({ slot: { parties, position }, asksPlate }: { slot: Slot; asksPlate: boolean }) {
  const { t } = useTranslation('party-details')
  return (
    <Table
      caption={t('desk.sheet.title')}
      captionHidden
      rows={parties}
      rowKey={({ number }) => number}
      empty={t('desk.sheet.nobody')}
      columns={[
        { header: t('desk.sheet.number'), rowHeader: true, cell: ({ number }) => `${position}-${number}` },
        { header: t('desk.sheet.name'), cell: ({ name }) => <UserText>{name}</UserText> },
        { header: t('desk.sheet.size'), numeric: true, cell: ({ size }) => size },
        { header: t('desk.sheet.needs'), cell: (party) => <DeskNeeds of={party} /> },
        { header: t('desk.sheet.people'), cell: (party) => <People of={party} /> },
        ...(asksPlate
          ? [
              {
                header: t('desk.sheet.plates'),
                cell: ({ details }: Party) => (details ? details.plates.join(' ') || t('desk.no-plates') : '—'),
              },
            ]
          : []),
        {
          header: t('desk.sheet.arrived'),
          cell: ({ arrived }) => (arrived > 0 ? <strong>{t('desk.sheet.came', { count: arrived })}</strong> : t('desk.sheet.not-yet')),
        },
      ]}
    />
  )
}

function People({ of: { details, filledIn } }: { of: Party }) {
  const { t } = useTranslation('party-details')
  return (
    <>
      {details ? (
        <ul role="list">
          {details.members.map((person, index) => (
            <li key={index}>
              <ShownPerson of={person} />
            </li>
          ))}
        </ul>
      ) : null}
      {filledIn ? null : <p className="hint">{t('desk.sheet.not-filled')}</p>}
    </>
  )
}

function PlateList({ parties, position }: { parties: Party[]; position: number }) {
  const { t } = useTranslation('party-details')
  const plates = parties.flatMap(({ details, number }) => (details?.plates ?? []).map((plate) => ({ plate, number })))
  if (plates.length === 0) return null
  return (
    <Section level={3} title={t('desk.sheet.plate-list')}>
      <ul role="list">
        {plates.map(({ plate, number }, index) => (
          <li key={index}>{t('desk.sheet.plate-of', { plate, number: `${position}-${number}` })}</li>
        ))}
      </ul>
    </Section>
  )
}
