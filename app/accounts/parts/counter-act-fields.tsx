import { CheckboxField } from '~/ui/choices'
import { Field } from '~/ui/field'
import type { FormErrors } from '~/web/form-errors'
import type { FormState } from '~/web/forms.server'
import { useTranslation } from '~/web/translation'

/** Before anything is done in a resident's name: their document was looked at, and which it was. */
export function CounterActFields({ state, errors }: { state?: FormState; errors: FormErrors }) {
  const { t } = useTranslation('accounts')
  return (
    <>
      <CheckboxField
        name="checked"
        label={t('desk.reset-code.checked')}
        checked={state?.values.checked === 'on'}
        error={errors.of('checked')}
      />
      <Field
        name="why"
        label={t('desk.reset-code.why')}
        hint={t('desk.reset-code.why-hint')}
        value={state?.values.why}
        error={errors.of('why')}
        width="medium"
      />
    </>
  )
}
