import { useTranslation } from '~/web/translation'
import { Button } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { DateTimeField } from '~/ui/date-time-field'
import { Field } from '~/ui/field'
import { Fieldset } from '~/ui/fieldset'
import { Select } from '~/ui/select'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import { toLocalField } from '~/web/dates'
import type { FormErrors } from '~/web/form-errors'
import { usePage } from '~/web/page'
import type { DeskConsultation } from '../reads.server'
import { Instant, useZoneName } from './instant'
import { accesses, draftLanguages, nameModes, type Shown } from '../rules'

type Stored = Pick<
  DeskConsultation,
  | 'id'
  | 'title'
  | 'lang'
  | 'summary'
  | 'explanatoryNote'
  | 'legalBasis'
  | 'shortPeriodReason'
  | 'access'
  | 'nameMode'
  | 'contactPerson'
  | 'contactPhone'
  | 'contactEmail'
  | 'contactAddress'
> &
  Pick<Shown, 'opensAt' | 'closesAt'>
type Props = { notice: Stored; typed?: Record<string, string>; errors: FormErrors; earliest: string }

/** The stored notice as form fields show it; a close at the end of a day has no hour. */
function asTyped(notice: Stored, zone: string): Record<string, string> {
  const field = (at: Date | string | null) => (at ? toLocalField(new Date(at), zone) : '')
  const closes = field(notice.closesAt)
  const endOfDay = notice.closesAt !== null && new Date(notice.closesAt).getTime() % 60_000 === 59_999
  return {
    ...notice,
    id: '',
    opensAt: field(notice.opensAt),
    closesAt: '',
    closesOn: closes.slice(0, 10),
    closesHour: endOfDay ? '' : closes.slice(11),
  }
}

export function NoticeForm({ notice, typed, errors, earliest }: Props) {
  const { t } = useTranslation(['consultations', 'web'])
  const { county } = usePage()
  const zone = useZoneName()
  const values = typed ?? asTyped(notice, county.zone)
  const text = (name: string) => ({ name, value: values[name], error: errors.of(name) })
  return (
    <form method="post" action={address(`/desk/consultations/${notice.id}/notice`)} className="form">
      <Field {...text('title')} label={t('field.title')} hint={t('field.title-hint')} required />
      <Select
        {...text('lang')}
        label={t('field.lang')}
        width="medium"
        options={Object.entries(draftLanguages).map(([value, label]) => ({ value, label }))}
      />
      <TextArea {...text('summary')} label={t('field.summary')} hint={t('field.summary-hint')} rows={3} />
      <TextArea {...text('explanatoryNote')} label={t('note')} hint={t('field.note-hint')} rows={12} />
      <TextArea {...text('legalBasis')} label={t('notice.basis')} hint={t('field.basis-hint')} rows={4} />
      <Fieldset legend={t('period')} id="period" hint={t('field.period-hint', { zone })}>
        <DateTimeField {...text('opensAt')} label={t('notice.opens')} />
        <DateTimeField
          {...text('closesOn')}
          dateOnly
          label={t('field.closes-on')}
          hint={
            <>
              {t('field.closes-on-hint')}
              <Instant at={earliest} dayOnly />
            </>
          }
        />
        <Field {...text('closesHour')} type="time" label={t('field.closes-hour')} hint={t('field.closes-hour-hint')} width="short" />
        <TextArea {...text('shortPeriodReason')} label={t('notice.short')} hint={t('field.short-hint')} rows={3} />
      </Fieldset>
      <RadioGroup
        {...text('access')}
        legend={t('field.access')}
        options={accesses.map((value) => ({ value, label: t(`access.${value}`), hint: t(`access-means.${value}`) }))}
      />
      <RadioGroup
        {...text('nameMode')}
        legend={t('notice.names')}
        options={nameModes.map((value) => ({ value, label: t(`name-mode.${value}`), hint: t(`name-mode-means.${value}`) }))}
      />
      <Fieldset legend={t('channels.title')} id="channels" hint={t('field.channels-hint')}>
        <Field {...text('contactPerson')} label={t('field.person')} width="medium" />
        <Field {...text('contactPhone')} label={t('field.phone')} type="tel" width="medium" />
        <Field {...text('contactEmail')} label={t('field.email')} type="email" inputMode="email" width="medium" />
        <Field {...text('contactAddress')} label={t('field.address')} hint={t('field.address-hint')} />
      </Fieldset>
      <Button>{t('web:save')}</Button>
    </form>
  )
}
