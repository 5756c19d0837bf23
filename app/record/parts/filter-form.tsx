import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { DateTimeField } from '~/ui/date-time-field'
import { Details } from '~/ui/details'
import { Field } from '~/ui/field'
import { Select } from '~/ui/select'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { RecordFilter } from '../forms'
import { actWord } from '../lines'
import { subjects } from '../rules'

export function FilterForm({ filter, acts }: { filter: RecordFilter; acts: string[] }) {
  const { t } = useTranslation('record')
  const any = { value: '', label: t('any') }
  const narrowed = Object.values(filter).some((value) => value !== undefined)
  return (
    <Details summary={t('filter')} open={narrowed}>
      <form className="form" method="get" action={address('/desk/record')}>
        {filter.id ? <input type="hidden" name="id" value={filter.id} /> : null}
        <Select
          name="subject"
          label={t('column.subject')}
          width="medium"
          value={filter.subject ?? ''}
          options={[any, ...subjects.map((value) => ({ value, label: t(`subject.${value}`) }))]}
        />
        <Select
          name="act"
          label={t('column.act')}
          width="medium"
          value={filter.act ?? ''}
          options={[any, ...acts.map((value) => ({ value, label: actWord(t, value) }))]}
        />
        <Field name="person" label={t('column.person')} width="medium" value={filter.person} autoComplete="off" />
        <DateTimeField name="from" label={t('from')} dateOnly value={filter.from} />
        <DateTimeField name="to" label={t('to')} dateOnly value={filter.to} />
        <ActionBar>
          <Button variant="secondary">{t('show')}</Button>
          {narrowed ? <a href={address('/desk/record')}>{t('clear')}</a> : null}
        </ActionBar>
      </form>
    </Details>
  )
}
