import { useZoneName } from '~/consultations/parts/instant'
import { draftLanguages } from '~/consultations/rules'
import { Button } from '~/ui/button'
import { CheckboxField, RadioGroup } from '~/ui/choices'
import { DateTimeField } from '~/ui/date-time-field'
import { Field } from '~/ui/field'
import { Fieldset } from '~/ui/fieldset'
import { Select } from '~/ui/select'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import { toLocalField } from '~/web/dates'
import type { FormErrors } from '~/web/form-errors'
import { useTranslation } from '~/web/translation'
import { choosings } from '../rules'
import { AskedAfterwardsFields } from './asked-afterwards-fields'
import { CampaignSelect, type CampaignChoice } from './campaign-select'

export type Values = Record<string, string | undefined>
type Props = {
  id: number
  /** The stored notice as a loader sends it, or what was typed. */
  values: Values
  errors: FormErrors
  campaigns: CampaignChoice[]
  consultations: CampaignChoice[]
}

/** The stored notice as form fields show it; a close at the end of a day has no hour. */
export function asTyped(stored: Record<string, unknown> & { opensAt: string | null; closesAt: string | null }, zone: string): Values {
  const field = (at: string | null) => (at ? toLocalField(new Date(at), zone) : '')
  const plain = Object.entries(stored).flatMap(([name, value]): [string, string][] =>
    value === null || value === false ? [] : [[name, value === true ? 'on' : String(value)]],
  )
  const endOfDay = stored.closesAt !== null && new Date(stored.closesAt).getTime() % 60_000 === 59_999
  const closes = field(stored.closesAt)
  const closing = { closesOn: closes.slice(0, 10), closesHour: endOfDay ? '' : closes.slice(11) }
  return { ...Object.fromEntries(plain), opensAt: field(stored.opensAt), ...closing }
}

export function NoticeForm({ id, values, errors, campaigns, consultations }: Props) {
  const { t } = useTranslation(['open-days', 'web'])
  const text = (name: string) => ({ name, value: values[name], error: errors.of(name) })
  return (
    <form method="post" action={address(`/desk/open-days/${id}/notice`)} className="form" noValidate>
      <Field {...text('title')} label={t('desk.field.title')} hint={t('desk.field.title-hint')} required />
      <Select
        {...text('lang')}
        label={t('desk.field.lang')}
        width="medium"
        options={Object.entries(draftLanguages).map(([value, label]) => ({ value, label, lang: value }))}
      />
      <CampaignSelect campaigns={campaigns} value={values.campaignId} error={errors.of('campaignId')} />
      {consultations.length > 0 ? (
        <Select
          {...text('consultationId')}
          label={t('desk.field.consultation')}
          hint={t('desk.field.consultation-hint')}
          options={[
            { value: '', label: t('desk.field.no-consultation') },
            ...consultations.map((each) => ({ value: String(each.id), label: each.title, lang: each.lang })),
          ]}
        />
      ) : null}
      <TextArea {...text('summary')} label={t('desk.field.summary')} hint={t('desk.field.summary-hint')} rows={3} />
      <TextArea {...text('agenda')} label={t('desk.field.agenda')} hint={t('desk.field.agenda-hint')} rows={6} />
      <Field {...text('place')} label={t('desk.field.place')} />
      <TextArea {...text('access')} label={t('desk.field.access')} hint={t('desk.field.access-hint')} rows={3} />
      <TextArea {...text('whoMayCome')} label={t('desk.field.who')} hint={t('desk.field.who-hint')} rows={3} />
      <TextArea {...text('houseRules')} label={t('desk.field.rules')} hint={t('desk.field.rules-hint')} rows={6} />
      <Registration text={text} />
      <Chosen text={text} values={values} />
      <Fieldset legend={t('desk.field.contact')} id="contact" hint={t('desk.field.contact-hint')}>
        <Field {...text('contactPerson')} label={t('desk.field.person')} width="medium" />
        <Field {...text('contactPhone')} label={t('desk.field.phone')} type="tel" width="medium" />
        <Field {...text('contactEmail')} label={t('desk.field.email')} type="email" inputMode="email" width="medium" />
      </Fieldset>
      <Button>{t('web:save')}</Button>
    </form>
  )
}

export type Text = (name: string) => { name: string; value: string | undefined; error: string | undefined }

function Registration({ text }: { text: Text }) {
  const { t } = useTranslation('open-days')
  const zone = useZoneName()
  return (
    <Fieldset legend={t('desk.field.registration')} id="registration" hint={t('desk.field.registration-hint', { zone })}>
      <DateTimeField {...text('opensAt')} label={t('desk.field.opens')} />
      <DateTimeField {...text('closesOn')} dateOnly label={t('desk.field.closes-on')} />
      <Field
        {...text('closesHour')}
        type="time"
        label={t('desk.field.closes-hour')}
        mark={t('desk.optional')}
        hint={t('desk.field.closes-hour-hint')}
        width="short"
      />
      <Field {...text('partyMost')} type="number" min={1} max={50} label={t('desk.field.party')} width="short" />
      <Field
        {...text('offerHours')}
        type="number"
        min={1}
        max={168}
        label={t('desk.field.offer')}
        hint={t('desk.field.offer-hint')}
        width="short"
      />
      <TextArea {...text('otherWays')} label={t('desk.field.other-ways')} hint={t('desk.field.other-ways-hint')} rows={3} />
    </Fieldset>
  )
}

/** How visitors are chosen, and what is asked of those who are. */
function Chosen({ text, values }: { text: Text; values: Values }) {
  const { t } = useTranslation('open-days')
  return (
    <>
      <RadioGroup
        {...text('choosing')}
        legend={t('desk.field.choosing')}
        options={choosings.map((value) => ({ value, label: t(`choosing.${value}`), hint: t(`desk.field.choosing-means.${value}`) }))}
      />
      <TextArea {...text('choosingRule')} label={t('desk.field.choosing-rule')} hint={t('desk.field.choosing-rule-hint')} rows={4} />
      <CheckboxField name="asksPhotoConsent" label={t('desk.field.photo')} checked={values.asksPhotoConsent !== undefined} />
      <AskedAfterwardsFields text={text} values={values} />
      <Field {...text('keptDays')} type="number" min={1} max={365} label={t('desk.field.kept')} width="short" />
    </>
  )
}
