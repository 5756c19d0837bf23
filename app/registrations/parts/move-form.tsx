import { Button } from '~/ui/button'
import { DateTimeField } from '~/ui/date-time-field'
import { Field } from '~/ui/field'
import type { FormErrors } from '~/web/form-errors'
import { useTranslation } from '~/web/translation'
import { WhyField } from './why-field'

type Props = { action: string; values: Record<string, string>; errors: FormErrors; dayPlace: string; zone: string }

export function MoveForm({ action, values, errors, dayPlace, zone }: Props) {
  const { t } = useTranslation('registrations')
  const time = (name: string, label: string) => (
    <DateTimeField name={name} label={label} value={values[name]} error={errors.of(name)} required />
  )
  return (
    <form method="post" action={action} className="form" noValidate>
      <p className="hint">{t('desk.move.zone', { zone })}</p>
      {time('arriveAt', t('desk.move.arrive'))}
      {time('startsAt', t('desk.move.start'))}
      {time('endsAt', t('desk.move.end'))}
      <Field
        name="place"
        label={t('desk.move.place')}
        mark={t('desk.move.optional')}
        hint={t('desk.move.place-hint', { place: dayPlace })}
        value={values.place}
        error={errors.of('place')}
        autoComplete="off"
      />
      <WhyField label={t('desk.move.why')} hint={t('desk.move.why-hint')} value={values.why} errors={errors} />
      <Button>{t('desk.move.do')}</Button>
    </form>
  )
}
