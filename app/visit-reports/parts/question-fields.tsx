import { Field } from '~/ui/field'
import { TextArea } from '~/ui/text-area'
import type { FormErrors } from '~/web/form-errors'
import { useTranslation } from '~/web/translation'

export function QuestionFields({ values, errors, lang }: { values: Record<string, string>; errors: FormErrors; lang: string }) {
  const { t } = useTranslation('visit-reports')
  const text = (name: string) => ({ name, value: values[name], error: errors.of(name), lang })
  return (
    <>
      <TextArea {...text('question')} label={t('desk.questions.question')} rows={3} required />
      <TextArea {...text('answer')} label={t('desk.questions.answer')} rows={5} />
      <Field {...text('answeredBy')} label={t('desk.questions.answered-by')} hint={t('desk.questions.answered-by-hint')} />
    </>
  )
}
