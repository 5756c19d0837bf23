import { useTranslation } from '~/web/translation'
import { Field } from '~/ui/field'
import type { FormErrors } from '~/web/form-errors'

/** One field for a mobile number or an e-mail address; password managers know it as the user name. */
export function ContactField({ value, errors, autoComplete = 'username' }: { value?: string; errors: FormErrors; autoComplete?: string }) {
  const { t } = useTranslation('accounts')
  return (
    <Field
      name="contact"
      label={t('contact')}
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
      value={value}
      error={errors.of('contact')}
    />
  )
}
