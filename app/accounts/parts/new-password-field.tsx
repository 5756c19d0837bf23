import { useTranslation } from '~/web/translation'
import { Field } from '~/ui/field'
import type { FormErrors } from '~/web/form-errors'
import type { Role } from '../rules'

/** Never shows what was typed before. */
export function NewPasswordField({ of, errors, replaces }: { of: Role; errors: FormErrors; replaces?: boolean }) {
  const { t } = useTranslation('accounts')
  return (
    <Field
      name="password"
      type="password"
      label={replaces ? t('new-password') : t('choose-password')}
      hint={of === 'resident' ? t('password-hint.resident') : t('password-hint.desk')}
      autoComplete="new-password"
      error={errors.of('password')}
    />
  )
}
