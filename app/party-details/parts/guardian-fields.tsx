import { CheckboxField } from '~/ui/choices'
import { Details } from '~/ui/details'
import { Field } from '~/ui/field'
import { Select } from '~/ui/select'
import { useTranslation } from '~/web/translation'
import { fieldsOf, OTHER_GUARDIAN } from '../fields'
import type { MemberProps } from './member-fieldset'

/** For minors: somebody of the party, or who agrees and can be phoned. Folded away, for most people need it not. */
export function GuardianFields({ position, size, values, errors, hints }: MemberProps) {
  const { t } = useTranslation('party-details')
  const fields = fieldsOf(position)
  const own = [fields.guardian, fields.guardianName, fields.guardianPhone, fields.childConsent]
  const others = Array.from({ length: size }, (_, index) => index + 1).filter((each) => each !== position)
  const text = (name: string) => ({ name, value: values[name], error: errors.of(name), autoComplete: 'off', width: 'medium' as const })
  return (
    <Details summary={t('guardian-title')} open={own.some((name) => values[name] || errors.of(name))}>
      <p className="hint">{t('guardian-lead')}</p>
      <Select
        name={fields.guardian}
        label={t('guardian')}
        value={values[fields.guardian]}
        error={errors.of(fields.guardian)}
        options={[
          { value: '', label: t('guardian-none') },
          ...others.map((each) => ({ value: String(each), label: t('guardian-member', { position: each }) })),
          { value: OTHER_GUARDIAN, label: t('guardian-other') },
        ]}
      />
      <Field {...text(fields.guardianName)} label={t('guardian-name')} hint={t('guardian-name-hint')} />
      <Field
        {...text(fields.guardianPhone)}
        label={t('guardian-phone')}
        hint={hints[fields.guardianPhone] ? t('guardian-kept', { phone: hints[fields.guardianPhone] }) : undefined}
        inputMode="tel"
      />
      <CheckboxField
        name={fields.childConsent}
        label={t('child-consent')}
        checked={values[fields.childConsent] === 'on'}
        error={errors.of(fields.childConsent)}
      />
    </Details>
  )
}
