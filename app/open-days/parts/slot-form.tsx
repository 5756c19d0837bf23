import { useZoneName } from '~/consultations/parts/instant'
import { Button } from '~/ui/button'
import { DateTimeField } from '~/ui/date-time-field'
import { Field } from '~/ui/field'
import { Fieldset } from '~/ui/fieldset'
import { toLocalField } from '~/web/dates'
import type { FormErrors } from '~/web/form-errors'
import { useTranslation } from '~/web/translation'
import { CAPACITY_MOST, needs, seatsField } from '../rules'
import type { Group, SentSlot } from './slot-table'

type Values = Record<string, string | undefined>
type Props = { action: string; values: Values; errors: FormErrors; groups: Group[] }

/** A stored slot as its form shows it. */
export function slotAsTyped(slot: SentSlot, zone: string): Values {
  const field = (at: string) => toLocalField(new Date(at), zone)
  const counted = slot.places.map(({ kind, groupId, capacity }) => [kind === 'seat' ? seatsField(groupId) : kind, String(capacity)])
  return {
    name: slot.name,
    place: slot.place,
    gate: slot.gate,
    on: field(slot.startsAt).slice(0, 10),
    arrives: field(slot.arriveAt).slice(11),
    starts: field(slot.startsAt).slice(11),
    ends: field(slot.endsAt).slice(11),
    ...(Object.fromEntries(counted) as Values),
  }
}

export function SlotForm({ action, values, errors, groups }: Props) {
  const { t } = useTranslation('open-days')
  const zone = useZoneName()
  const text = (name: string) => ({ name, value: values[name], error: errors.of(name) })
  const time = (name: 'arrives' | 'starts' | 'ends') => (
    <Field {...text(name)} type="time" label={t(`desk.slots.${name}`)} width="short" required />
  )
  const number = (name: string, label: string) => (
    <Field key={name} {...text(name)} value={values[name] ?? '0'} type="number" min={0} max={CAPACITY_MOST} label={label} width="short" />
  )
  return (
    <form method="post" action={action} className="form" noValidate>
      <Field {...text('name')} label={t('desk.slots.name')} mark={t('desk.optional')} hint={t('desk.slots.name-hint')} width="medium" />
      <Field {...text('place')} label={t('desk.slots.place')} mark={t('desk.optional')} hint={t('desk.slots.place-hint')} />
      <Field {...text('gate')} label={t('desk.slots.gate')} mark={t('desk.optional')} width="medium" />
      <Fieldset legend={t('desk.slots.when')} id="when" hint={t('desk.slots.when-hint', { zone })}>
        <DateTimeField {...text('on')} dateOnly label={t('desk.slots.on')} required />
        {time('arrives')}
        {time('starts')}
        {time('ends')}
      </Fieldset>
      <Fieldset legend={t('desk.slots.places')} id="places" hint={t('desk.slots.places-hint')}>
        {groups.length === 0
          ? number(seatsField(null), t('desk.slots.seats'))
          : groups.map(({ id, name }) => number(seatsField(id), t('desk.slots.seats-of', { group: name })))}
        {needs.map((kind) => number(kind, t(`desk.slots.${kind}`)))}
      </Fieldset>
      <Button>{t('desk.slots.save')}</Button>
    </form>
  )
}
