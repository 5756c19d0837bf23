import type { SerializeFrom } from '@remix-run/node'
import { UserText } from '~/ui/quote'
import { Table } from '~/ui/table'
import { Tag } from '~/ui/tag'
import { VisuallyHidden } from '~/ui/visually-hidden'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { SlotAtDesk } from '../desk-reads.server'
import { states } from '../rules'
import { DeskSlot, useSlotName } from './desk-slot'

type Slot = SerializeFrom<SlotAtDesk>
type Props = { slots: Slot[]; dayId: number; mayManage: boolean }

/** Each slot with its places, how many registrations there are of each state, and what can be done with it. */
export function SlotsTable({ slots, dayId, mayManage }: Props) {
  const { t } = useTranslation('registrations')
  return (
    <Table
      caption={t('desk.slots')}
      captionHidden
      rows={slots}
      rowKey={(slot) => slot.id}
      columns={[
        { header: t('desk.column.slot'), rowHeader: true, cell: (slot) => <Which slot={slot} dayId={dayId} mayManage={mayManage} /> },
        { header: t('desk.column.places'), cell: (slot) => <Pools slot={slot} /> },
        { header: t('desk.column.parties'), cell: (slot) => <Counts slot={slot} dayId={dayId} /> },
      ]}
    />
  )
}

const nouns = ['moving', 'capacity', 'cancellation'] as const

function Which({ slot, dayId, mayManage }: { slot: Slot } & Omit<Props, 'slots'>) {
  const { t } = useTranslation('registrations')
  const name = useSlotName()
  if (slot.cancelledAt)
    return (
      <>
        <DeskSlot slot={slot} /> <Tag tone="withheld">{t('desk.cancelled-slot')}</Tag>
      </>
    )
  return (
    <>
      <DeskSlot slot={slot} />
      {mayManage ? (
        <p className="list-row-links">
          {nouns.map((noun) => (
            <a key={noun} href={address(`/desk/open-days/${dayId}/slots/${slot.id}/${noun}`)}>
              <VisuallyHidden>{t('desk.of', { slot: name(slot) })}</VisuallyHidden>
              {t(`desk.do.${noun}`)}
            </a>
          ))}
        </p>
      ) : null}
    </>
  )
}

function Pools({ slot }: { slot: Slot }) {
  const { t } = useTranslation('open-days')
  return (
    <ul role="list">
      {slot.pools.map((pool) => (
        <li key={pool.id}>
          {pool.group ? <UserText>{pool.group}</UserText> : t(`place.${pool.kind}`)} {pool.taken}／{pool.capacity}
        </li>
      ))}
    </ul>
  )
}

function Counts({ slot, dayId }: { slot: Slot; dayId: number }) {
  const { t } = useTranslation('registrations')
  const name = useSlotName()
  const found = states.flatMap((state) => (slot.counts[state] ? [{ state, parties: slot.counts[state] }] : []))
  if (found.length === 0) return <>{t('desk.no-parties')}</>
  return (
    <ul role="list">
      {found.map(({ state, parties }) => (
        <li key={state}>
          <a href={address(`/desk/open-days/${dayId}/registrations`, { slot: slot.id, state })}>
            <VisuallyHidden>{t('desk.of', { slot: name(slot) })}</VisuallyHidden>
            {t(`desk.state.${state}`)} {parties}
          </a>
        </li>
      ))}
      {slot.unanswered > 0 ? <li className="hint">{t('desk.unanswered', { count: slot.unanswered })}</li> : null}
    </ul>
  )
}
