import { departmentOptions } from '~/accounts/parts/department-options'
import { useZoneName } from '~/consultations/parts/instant'
import { draftLanguages } from '~/consultations/rules'
import { Button } from '~/ui/button'
import { CheckboxField, RadioGroup } from '~/ui/choices'
import { DateTimeField } from '~/ui/date-time-field'
import { Field } from '~/ui/field'
import { Select } from '~/ui/select'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import { toLocalField } from '~/web/dates'
import type { FormErrors } from '~/web/form-errors'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'
import { namings, SUMMARY_MAX, TITLE_MAX } from '../rules'

export type Values = Record<string, string | undefined>
export type Linkable = { id: number; title: string; lang: string }
type Links = { consultations: Linkable[]; openDays: Linkable[] }

/** The stored session as form fields show it. */
export function asTyped(stored: Record<string, unknown> & { startsAt: string; endsAt: string }, zone: string): Values {
  const field = (at: string) => toLocalField(new Date(at), zone)
  const plain = Object.entries(stored).flatMap(([name, value]): [string, string][] =>
    value === null || value === false ? [] : [[name, value === true ? 'on' : String(value)]],
  )
  return { ...Object.fromEntries(plain), startsAt: field(stored.startsAt), endsAt: field(stored.endsAt) }
}

type Props = {
  action: string
  values: Values
  errors: FormErrors
  links: Links
  departments?: { id: number; name: string; nameEn: string }[]
  submit: string
}

export function SessionForm({ action, values, errors, links, departments = [], submit }: Props) {
  const { t } = useTranslation('live')
  const { lang } = usePage()
  const zone = useZoneName()
  const text = (name: string) => ({ name, value: values[name], error: errors.of(name) })
  return (
    <form method="post" action={address(action)} className="form" noValidate>
      {departments.length > 0 ? (
        <Select
          {...text('departmentId')}
          label={t('desk.department')}
          options={[{ value: '', label: t('desk.choose') }, ...departmentOptions(departments, lang)]}
        />
      ) : null}
      <Field {...text('title')} label={t('desk.field.title')} hint={t('desk.field.title-hint', { max: TITLE_MAX })} required />
      <Select
        {...text('lang')}
        label={t('desk.field.lang')}
        width="medium"
        options={Object.entries(draftLanguages).map(([value, label]) => ({ value, label, lang: value }))}
      />
      <TextArea {...text('summary')} label={t('desk.field.summary')} hint={t('desk.field.summary-hint', { max: SUMMARY_MAX })} rows={3} />
      <DateTimeField {...text('startsAt')} label={t('desk.field.starts')} hint={t('desk.field.starts-hint', { zone })} />
      <DateTimeField {...text('endsAt')} label={t('desk.field.ends')} />
      <Link {...text('consultationId')} of="consultation" from={links.consultations} />
      <Link {...text('openDayId')} of="open-day" from={links.openDays} />
      <TextArea {...text('houseRules')} label={t('desk.field.rules')} hint={t('desk.field.rules-hint')} rows={4} />
      <RadioGroup
        {...text('naming')}
        legend={t('desk.field.naming')}
        options={namings.map((value) => ({ value, label: t(`desk.naming.${value}`) }))}
      />
      <CheckboxField
        name="premoderated"
        label={t('desk.field.premoderated')}
        hint={t('desk.field.premoderated-hint')}
        checked={values.premoderated !== undefined}
      />
      <Field {...text('questionsMost')} type="number" min={1} max={100} label={t('desk.field.questions-most')} width="short" />
      <Field
        {...text('answerWithinDays')}
        type="number"
        min={1}
        max={60}
        label={t('desk.field.answer-days')}
        hint={t('desk.field.answer-days-hint')}
        width="short"
      />
      <Button>{submit}</Button>
    </form>
  )
}

type LinkProps = { name: string; value: string | undefined; error: string | undefined; of: 'consultation' | 'open-day'; from: Linkable[] }

function Link({ of, from, ...field }: LinkProps) {
  const { t } = useTranslation('live')
  if (from.length === 0) return null
  return (
    <Select
      {...field}
      label={t(`desk.field.${of}`)}
      hint={t(`desk.field.${of}-hint`)}
      options={[
        { value: '', label: t('desk.field.no-link') },
        ...from.map(({ id, title, lang }) => ({ value: String(id), label: title, lang })),
      ]}
    />
  )
}
