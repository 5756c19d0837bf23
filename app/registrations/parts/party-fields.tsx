import type { PlaceKind } from '~/open-days/rules'
import { CheckboxField } from '~/ui/choices'
import { Field } from '~/ui/field'
import { Fieldset } from '~/ui/fieldset'
import type { FormErrors } from '~/web/form-errors'
import { useTranslation } from '~/web/translation'

type Props = { partyMost: number; needs: PlaceKind[]; values: Record<string, string>; errors: FormErrors }

/** How many come, and what they need where there are places for it. */
export function PartyFields({ partyMost, needs, values, errors }: Props) {
  const { t } = useTranslation('registrations')
  const asked = needs.filter((kind) => kind !== 'seat')
  return (
    <>
      <Field
        name="size"
        label={t('new.size')}
        hint={t('new.size-hint', { count: partyMost })}
        error={errors.of('size')}
        value={values.size ?? '1'}
        width="short"
        inputMode="numeric"
        autoComplete="off"
        required
      />
      {asked.length > 0 ? (
        <Fieldset id="needs" legend={t('new.needs')} mark={t('new.optional')} hint={t('new.needs-hint')}>
          {asked.includes('wheelchair') ? (
            <Field
              name="wheelchairs"
              label={t('new.wheelchairs')}
              error={errors.of('wheelchairs')}
              value={values.wheelchairs}
              width="short"
              inputMode="numeric"
              autoComplete="off"
            />
          ) : null}
          {(['interpreter', 'quiet'] as const).map((need) =>
            asked.includes(need) ? (
              <CheckboxField key={need} name={need} label={t(`new.${need}`)} checked={values[need] === 'on'} error={errors.of(need)} />
            ) : null,
          )}
        </Fieldset>
      ) : null}
    </>
  )
}
