import { CheckboxField, RadioGroup } from '~/ui/choices'
import { Field } from '~/ui/field'
import { TextArea } from '~/ui/text-area'
import type { FormErrors } from '~/web/form-errors'
import { useTranslation } from '~/web/translation'
import { questionKinds } from '../rules'

export function QuestionFields({ values, errors }: { values: Record<string, string | undefined>; errors: FormErrors }) {
  const { t } = useTranslation('open-days')
  const text = (name: string) => ({ name, value: values[name], error: errors.of(name) })
  return (
    <>
      <Field {...text('label')} label={t('desk.questions.label')} required />
      <RadioGroup
        {...text('kind')}
        value={values.kind ?? 'line'}
        legend={t('desk.questions.kind')}
        options={questionKinds.map((value) => ({ value, label: t(`desk.questions.kinds.${value}`) }))}
      />
      <TextArea {...text('options')} label={t('desk.questions.options')} hint={t('desk.questions.options-hint')} rows={4} />
      <CheckboxField name="required" label={t('desk.questions.required')} checked={values.required !== undefined} />
    </>
  )
}
