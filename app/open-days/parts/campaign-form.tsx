import { draftLanguages } from '~/consultations/rules'
import { Button } from '~/ui/button'
import { DateTimeField } from '~/ui/date-time-field'
import { Field } from '~/ui/field'
import { Select } from '~/ui/select'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import type { FormErrors } from '~/web/form-errors'
import { useTranslation } from '~/web/translation'

type Props = { of: number | 'new'; values: Record<string, string | undefined>; errors: FormErrors }

export function CampaignForm({ of, values, errors }: Props) {
  const { t } = useTranslation(['open-days', 'web'])
  const text = (name: string) => ({ name, value: values[name], error: errors.of(name) })
  return (
    <form method="post" action={address(`/desk/campaigns/${of}`)} className="form" noValidate>
      <Field {...text('title')} label={t('desk.field.title')} required />
      <Select
        {...text('lang')}
        label={t('desk.field.lang')}
        width="medium"
        options={Object.entries(draftLanguages).map(([value, label]) => ({ value, label, lang: value }))}
      />
      <TextArea {...text('summary')} label={t('desk.field.summary')} rows={3} />
      <DateTimeField {...text('startsOn')} dateOnly label={t('desk.campaigns.from')} required />
      <DateTimeField {...text('endsOn')} dateOnly label={t('desk.campaigns.to')} required />
      <Field
        {...text('reportWithinDays')}
        type="number"
        min={1}
        max={365}
        label={t('desk.campaigns.report')}
        hint={t('desk.campaigns.report-hint')}
        width="short"
      />
      <Button>{t('web:save')}</Button>
    </form>
  )
}
