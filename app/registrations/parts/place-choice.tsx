import { SlotTime } from '~/open-days/parts/slot-time'
import { leftOf } from '~/open-days/rules'
import { RadioGroup } from '~/ui/choices'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { ShownRegistering } from './registration-page'

type Props = { on: ShownRegistering; value?: string; error?: string }
type Place = ShownRegistering['places'][number]

/** Slot and kind of place as one choice, each with what is left: nobody learns of the waiting list afterwards. */
export function PlaceChoice({ on, value, error }: Props) {
  const { t } = useTranslation('registrations')
  const { day, places, slotId } = on
  const only = places.length === 1 ? places[0]!.value : undefined
  return (
    <>
      <RadioGroup
        name="place"
        legend={t('new.place')}
        hint={t(day.choosing === 'first-come' ? 'new.place-hint' : 'new.choose-hint')}
        error={error}
        value={value ?? only}
        required
        options={places.map((place) => ({
          value: place.value,
          label: <PlaceName place={place} lang={day.lang} named={places.some(({ pool }) => pool.group)} />,
          note: <Left place={place} first={day.choosing === 'first-come'} />,
          hint: place.needs.length > 0 ? <Needs place={place} /> : undefined,
        }))}
      />
      {slotId ? (
        <p>
          <a href={address(on.at)}>{t('new.other-slots')}</a>
        </p>
      ) : null}
    </>
  )
}

function PlaceName({ place: { slot, pool }, lang, named }: { place: Place; lang: string; named: boolean }) {
  const { t } = useTranslation('registrations')
  return (
    <>
      <SlotTime slot={slot} />
      {slot.name ? (
        <>
          {' '}
          <UserText lang={lang}>{slot.name}</UserText>
        </>
      ) : null}
      {named ? <> · {pool.group ? <UserText lang={lang}>{pool.group}</UserText> : t('new.everyone')}</> : null}
    </>
  )
}

function Left({ place: { pool }, first }: { place: Place; first: boolean }) {
  const { t } = useTranslation('registrations')
  const left = leftOf(pool)
  return <>{!first ? t('new.of', { count: pool.capacity }) : left > 0 ? t('new.left', { count: left }) : t('new.full')}</>
}

function Needs({ place: { needs } }: { place: Place }) {
  const { t } = useTranslation(['registrations', 'open-days', 'web'])
  return (
    <>{needs.map((pool) => `${t(`open-days:place.${pool.kind}`)}${t('web:colon')}${t('new.left', { count: leftOf(pool) })}`).join(' · ')}</>
  )
}
