import { CheckboxField } from '~/ui/choices'
import { Field } from '~/ui/field'
import type { FormErrors } from '~/web/form-errors'
import { useTranslation } from '~/web/translation'

export function GroupFields({ values, errors }: { values: Record<string, string | undefined>; errors: FormErrors }) {
  const { t } = useTranslation('open-days')
  return (
    <>
      <Field name="name" label={t('desk.groups.name')} value={values.name} error={errors.of('name')} width="medium" required />
      <CheckboxField name="invited" label={t('desk.groups.invited')} checked={values.invited !== undefined} />
    </>
  )
}
