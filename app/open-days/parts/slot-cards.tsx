import { LinkButton } from '~/ui/button'
import { Card, CardGrid } from '~/ui/card'
import { UserText } from '~/ui/quote'
import { Tag } from '~/ui/tag'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import { Prose } from '~/consultations/parts/notice'
import { leftOf, publicSeats, type ShownDay, type ShownSlot } from '../rules'
import { Arrival, SlotTime } from './slot-time'

export type Queues = Record<number, { waiting: number; applied: number }>
type Day = Pick<ShownDay, 'slug' | 'lang' | 'stage' | 'choosing' | 'slots' | 'now'>

/** Each slot with what is left of it, and the way to register. */
export const SlotCards = ({ day, queues }: { day: Day; queues: Queues }) => (
  <CardGrid>
    {day.slots.map((slot) => (
      <SlotCard key={slot.id} day={day} slot={slot} queues={queues} />
    ))}
  </CardGrid>
)

function SlotCard({ day, slot, queues }: { day: Day; slot: ShownSlot; queues: Queues }) {
  const { t } = useTranslation('open-days')
  const toCome = !slot.cancelledAt && new Date(day.now) < new Date(slot.arriveAt)
  const open = day.stage === 'open' && toCome
  const seats = publicSeats(slot.pools)
  const full = day.choosing === 'first-come' && seats.every((pool) => leftOf(pool) === 0)
  return (
    <Card title={<SlotTime slot={slot} />} level={3} tag={<SlotTag day={day} slot={slot} toCome={toCome} />}>
      {slot.name ? (
        <p>
          <UserText lang={day.lang}>{slot.name}</UserText>
        </p>
      ) : null}
      {slot.cancelledAt ? (
        <p>
          <strong>{t('slot.cancelled')}</strong> <Prose text={slot.cancelledWhy ?? ''} lang={day.lang} />
        </p>
      ) : (
        <>
          <p>
            <strong>
              <Arrival at={slot.arriveAt} />
            </strong>
          </p>
          <Where slot={slot} lang={day.lang} />
          <Pools day={day} pools={slot.pools} queues={queues} />
          {open && seats.length > 0 ? (
            <p>
              <LinkButton href={address(`/open-days/${day.slug}/registration`, { slot: slot.id })} variant={full ? 'secondary' : 'primary'}>
                {t(full ? 'register-waiting' : 'register-slot')}
              </LinkButton>
            </p>
          ) : null}
        </>
      )}
    </Card>
  )
}

function SlotTag({ day, slot, toCome }: { day: Day; slot: ShownSlot; toCome: boolean }) {
  const { t } = useTranslation('open-days')
  if (slot.cancelledAt) return <Tag tone="withheld">{t('stage.cancelled')}</Tag>
  if (!toCome) return <Tag tone="closed">{t(new Date(slot.endsAt) < new Date(day.now) ? 'slot.over' : 'slot.begun')}</Tag>
  return slot.version > 1 ? <Tag tone="closing">{t('slot.moved')}</Tag> : null
}

function Where({ slot, lang }: { slot: ShownSlot; lang: string }) {
  const { t } = useTranslation(['open-days', 'web'])
  const lines = [
    ['slot.place', slot.place],
    ['slot.gate', slot.gate],
  ] as const
  return lines.map(([key, text]) =>
    text ? (
      <p key={key}>
        {t(key)}
        {t('web:colon')}
        <UserText lang={lang}>{text}</UserText>
      </p>
    ) : null,
  )
}

function Pools({ day, pools, queues }: { day: Day; pools: ShownSlot['pools']; queues: Queues }) {
  const { t } = useTranslation(['open-days', 'web'])
  const grouped = pools.filter(({ kind }) => kind === 'seat').length > 1
  return (
    <ul className="pools">
      {pools.map((pool) => (
        <li key={pool.id}>
          {pool.kind !== 'seat' ? (
            t(`place.${pool.kind}`)
          ) : pool.group ? (
            <UserText lang={day.lang}>{pool.group}</UserText>
          ) : (
            t(grouped ? 'slot.everyone' : 'place.seat')
          )}
          {t('web:colon')}
          <PoolWords day={day} pool={pool} queue={queues[pool.id]} />
        </li>
      ))}
    </ul>
  )
}

function PoolWords({ day, pool, queue }: { day: Day; pool: ShownSlot['pools'][number]; queue?: Queues[number] }) {
  const { t } = useTranslation('open-days')
  const left = leftOf(pool)
  if (pool.invited) return <>{t('slot.invited')}</>
  const more = queue?.waiting
    ? t('slot.waiting', { count: queue.waiting })
    : queue?.applied
      ? t('slot.applied', { count: queue.applied })
      : ''
  if (day.choosing !== 'first-come' || day.stage === 'scheduled')
    return <>{[t('places-of', { count: pool.capacity }), more].filter(Boolean).join(' · ')}</>
  const words = left > 0 ? t('places-left', { count: left }) : t('slot.full')
  return (
    <>
      <strong>{words}</strong>
      {t('slot.of', { count: pool.capacity })}
      {more ? ` · ${more}` : ''}
    </>
  )
}
