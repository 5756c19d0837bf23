import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { Section } from '~/ui/section'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import type { FormErrors } from '~/web/form-errors'
import { useTranslation } from '~/web/translation'

type Props = { year: number; values: Record<string, string>; errors: FormErrors }

export function NoticeForm({ year, values, errors }: Props) {
  const { t } = useTranslation('working-days')
  const field = (name: string) => ({ name, value: values[name], error: errors.of(name), lang: 'zh-CN', required: true })
  return (
    <Section id="load" title={t('to-load', { year })} lead={t('load-lead')}>
      <form className="form" method="post" action={address('/desk/working-days', { year })}>
        <Field {...field('sourceDoc')} label={t('form.source')} hint={t('form.source-hint')} width="medium" autoComplete="off" />
        <TextArea {...field('lines')} label={t('form.lines')} hint={t('form.lines-hint')} rows={14} spellCheck={false} />
        <Button>{t('form.load')}</Button>
      </form>
    </Section>
  )
}
