import type { SerializeFrom } from '@remix-run/node'
import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { CheckboxField, RadioGroup } from '~/ui/choices'
import { Field } from '~/ui/field'
import { UserText } from '~/ui/quote'
import { Select } from '~/ui/select'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import type { FormErrors } from '~/web/form-errors'
import { useTranslation } from '~/web/translation'
import { answerField } from '../desk-forms'
import type { Asked, SlotAtDesk } from '../desk-reads.server'
import { entryChannels } from '../desk-rules'
import { DeskSlot } from './desk-slot'

type Slots = SerializeFrom<SlotAtDesk>[]
type On = { id: number; lang: string; choosing: string; partyMost: number; asksPhotoConsent: boolean; asked: Asked[]; slots: Slots }
type Props = { on: On; values: Record<string, string>; errors: FormErrors }

/** What a clerk writes down for somebody who phoned, wrote or came. */
export function DeskEntryForm({ on, values, errors }: Props) {
  const { t } = useTranslation('registrations')
  return (
    <form className="form" method="post" action={address(`/desk/open-days/${on.id}/registrations/entry`)} noValidate>
      <input type="hidden" name="key" value={values.key} />
      <Where on={on} values={values} errors={errors} />
      <Who values={values} errors={errors} on={on} />
      <Needs on={on} values={values} errors={errors} />
      {on.asked.map((each) => (
        <Question key={each.id} asked={each} lang={on.lang} value={values[answerField(each.id)]} error={errors.of(answerField(each.id))} />
      ))}
      {on.asksPhotoConsent ? (
        <RadioGroup
          name="photo"
          legend={t('desk.entry.photo-legend')}
          error={errors.of('photo')}
          value={values.photo}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`desk.entry.photo-${value}`) }))}
          inline
        />
      ) : null}
      <CheckboxField name="told" label={t('desk.entry.told')} error={errors.of('told')} checked={values.told === 'on'} />
      <ActionBar>
        <Button id="key">{t('desk.entry.do')}</Button>
      </ActionBar>
    </form>
  )
}

function Where({ on, values, errors }: Props) {
  const { t } = useTranslation(['registrations', 'comments'])
  const placesLeft = (free: number) => (free > 0 ? t('desk.entry.free', { free }) : t('desk.entry.full'))
  const places = on.slots.flatMap((slot) => slot.pools.filter(({ kind }) => kind === 'seat').map((pool) => ({ slot, pool })))
  return (
    <>
      <RadioGroup
        name="channel"
        legend={t('desk.entry.channel')}
        error={errors.of('channel')}
        value={values.channel}
        options={entryChannels.map((channel) => ({ value: channel, label: t(`comments:channel.${channel}`) }))}
        inline
      />
      <RadioGroup
        name="quota"
        legend={t('desk.entry.quota')}
        error={errors.of('quota')}
        value={values.quota}
        options={places.map(({ slot, pool }) => ({
          value: String(pool.id),
          label: (
            <>
              <DeskSlot slot={slot} /> {pool.group ? <UserText>{pool.group}</UserText> : null}
            </>
          ),
          note: on.choosing === 'first-come' ? placesLeft(pool.capacity - pool.taken) : undefined,
        }))}
      />
    </>
  )
}

function Who({ on, values, errors }: Props) {
  const { t } = useTranslation('registrations')
  return (
    <>
      <Field
        name="name"
        label={t('desk.entry.name')}
        error={errors.of('name')}
        value={values.name}
        width="medium"
        autoComplete="off"
        required
      />
      <Field
        name="contact"
        label={t('desk.entry.contact')}
        error={errors.of('contact')}
        value={values.contact}
        width="medium"
        autoComplete="off"
        required
      />
      <Field
        name="size"
        label={t('desk.entry.size')}
        hint={t('desk.entry.size-hint', { most: on.partyMost })}
        error={errors.of('size')}
        value={values.size}
        width="short"
        inputMode="numeric"
        autoComplete="off"
        required
      />
    </>
  )
}

/** Only the needs for which some slot has places. */
function Needs({ on, values, errors }: Props) {
  const { t } = useTranslation('registrations')
  const has = (kind: string) => on.slots.some(({ pools }) => pools.some((pool) => pool.kind === kind && pool.capacity > 0))
  return (
    <>
      {has('wheelchair') ? (
        <Field
          name="wheelchairs"
          label={t('desk.entry.wheelchairs')}
          mark={t('desk.entry.optional')}
          error={errors.of('wheelchairs')}
          value={values.wheelchairs}
          width="short"
          inputMode="numeric"
          autoComplete="off"
        />
      ) : null}
      {(['interpreter', 'quiet'] as const).map((need) =>
        has(need) ? <CheckboxField key={need} name={need} label={t(`desk.entry.${need}`)} checked={values[need] === 'on'} /> : null,
      )}
    </>
  )
}

function Question({ asked, lang, value, error }: { asked: Asked; lang: string; value?: string; error?: string }) {
  const { t } = useTranslation('registrations')
  const name = answerField(asked.id)
  const label = <UserText lang={lang}>{asked.label}</UserText>
  const common = { name, label, value, error, mark: asked.required ? undefined : t('desk.entry.optional'), required: asked.required }
  if (asked.kind === 'text') return <TextArea {...common} rows={3} />
  if (asked.kind === 'line') return <Field {...common} autoComplete="off" />
  const options = [{ value: '', label: t('desk.entry.choose') }, ...asked.options.map((each) => ({ value: each, label: each, lang }))]
  return <Select {...common} width="medium" options={options} />
}
