import type { ReactNode } from 'react'
import { useTranslation } from '~/web/translation'
import { Instant } from '~/consultations/parts/instant'
import { UserText } from '~/ui/quote'
import { Table } from '~/ui/table'
import { toLocalField } from '~/web/dates'
import { usePage } from '~/web/page'
import type { Plan } from '../desk-reads.server'
import { needs, type PlaceKind } from '../rules'

type Sent<T> = T extends Date ? string : T extends object ? { [K in keyof T]: Sent<T[K]> } : T
export type SentSlot = Sent<Plan['slots'][number]>
export type Group = Plan['groups'][number]

type Props = { slots: SentSlot[]; groups: Group[]; lang: string; act?: { header: string; cell: (slot: SentSlot) => ReactNode } }

/** A slot is called by its name, or by its number where it has none. */
export function useSlotName() {
  const { t } = useTranslation('open-days')
  return ({ name, position }: Pick<SentSlot, 'name' | 'position'>) => name || t('desk.slots.unnamed', { number: position })
}

export function SlotTable({ slots, groups, lang, act }: Props) {
  const { t } = useTranslation('open-days')
  const nameOf = useSlotName()
  const columns = [
    {
      header: t('desk.slots.name'),
      rowHeader: true,
      cell: (slot: SentSlot) => (
        <>
          {slot.name ? <UserText lang={lang}>{slot.name}</UserText> : nameOf(slot)}
          {slot.place || slot.gate ? (
            <span className="hint">
              {' '}
              <UserText lang={lang}>{[slot.place, slot.gate].filter(Boolean).join(' · ')}</UserText>
            </span>
          ) : null}
        </>
      ),
    },
    { header: t('desk.slots.arrive'), cell: (slot: SentSlot) => <Instant at={slot.arriveAt} /> },
    {
      header: t('desk.slots.when'),
      cell: (slot: SentSlot) => (
        <>
          <Time at={slot.startsAt} />–<Time at={slot.endsAt} />
        </>
      ),
    },
    { header: t('desk.slots.places'), cell: (slot: SentSlot) => <Places of={slot} groups={groups} lang={lang} /> },
  ]
  return (
    <Table
      caption={t('desk.task.slots')}
      captionHidden
      rows={slots}
      rowKey={(slot) => slot.id}
      empty={t('desk.slots.none')}
      columns={act ? [...columns, act] : columns}
    />
  )
}

function Time({ at }: { at: string }) {
  const { county } = usePage()
  return <time dateTime={at}>{toLocalField(new Date(at), county.zone).slice(11)}</time>
}

function Places({ of: { places }, groups, lang }: { of: SentSlot; groups: Group[]; lang: string }) {
  const { t } = useTranslation(['open-days', 'web'])
  const count = (kind: PlaceKind, groupId: number | null = null) =>
    places.find((each) => each.kind === kind && each.groupId === groupId)?.capacity ?? 0
  const seats =
    groups.length === 0
      ? [{ key: 'seat', label: t('desk.slots.everyone'), value: count('seat') }]
      : groups.map(({ id, name }) => ({ key: `seat ${id}`, label: <UserText lang={lang}>{name}</UserText>, value: count('seat', id) }))
  const apart = needs.filter((kind) => count(kind) > 0).map((kind) => ({ key: kind, label: t(`place.${kind}`), value: count(kind) }))
  return (
    <ul role="list">
      {[...seats, ...apart].map(({ key, label, value }) => (
        <li key={key}>
          {label}
          {t('web:colon')}
          {value}
        </li>
      ))}
    </ul>
  )
}
