import { CheckboxField } from '~/ui/choices'
import { Field } from '~/ui/field'
import { Fieldset } from '~/ui/fieldset'
import { useTranslation } from '~/web/translation'
import { DETAILS_DAYS_MOST } from '../rules'
import type { Text, Values } from './notice-form'

const asked = [
  { asks: 'asksIdentity', why: 'identityWhy', word: 'asks-identity' },
  { asks: 'asksBirthDate', why: 'birthDateWhy', word: 'asks-birth-date' },
  { asks: 'asksPlate', why: 'plateWhy', word: 'asks-plate' },
] as const

/** What is asked of those who got a place, each with its purpose; nothing unless ticked. */
export function AskedAfterwardsFields({ text, values }: { text: Text; values: Values }) {
  const { t } = useTranslation('open-days')
  return (
    <Fieldset legend={t('desk.field.asked')} id="asked" hint={t('desk.field.asked-hint')}>
      {asked.map(({ asks, why, word }) => (
        <CheckboxField
          key={asks}
          name={asks}
          label={t(`desk.field.${word}`)}
          checked={values[asks] !== undefined}
          reveal={<Field {...text(why)} label={t('desk.field.asked-why')} hint={t('desk.field.asked-why-hint')} />}
        />
      ))}
      <Field
        {...text('detailsDays')}
        type="number"
        min={1}
        max={DETAILS_DAYS_MOST}
        label={t('desk.field.details-days')}
        hint={t('desk.field.details-days-hint')}
        width="short"
      />
    </Fieldset>
  )
}
