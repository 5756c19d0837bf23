import { Field } from '~/ui/field'
import type { FormErrors } from '~/web/form-errors'
import { useTranslation } from '~/web/translation'

export function DepartmentFields({ values, errors }: { values: Record<string, string>; errors: FormErrors }) {
  const { t } = useTranslation('accounts')
  const given = (name: string) => ({ name, value: values[name], error: errors.of(name), autoComplete: 'off' })
  return (
    <>
      <Field {...given('name')} label={t('desk.departments.name')} />
      <Field {...given('nameEn')} label={t('desk.departments.name-en')} mark={t('desk.departments.optional')} />
      <Field {...given('phone')} label={t('desk.departments.phone')} mark={t('desk.departments.optional')} type="tel" width="medium" />
    </>
  )
}
