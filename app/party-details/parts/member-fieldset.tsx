import { RadioGroup } from '~/ui/choices'
import { Details } from '~/ui/details'
import { Field } from '~/ui/field'
import { Fieldset } from '~/ui/fieldset'
import { Select } from '~/ui/select'
import { useTranslation } from '~/web/translation'
import { otherDocuments } from '../documents'
import { fieldsOf } from '../fields'
import { ageGroups } from '../rules'
import type { FormProps } from './details-form'
import { GuardianFields } from './guardian-fields'

export type MemberProps = FormProps & { position: number }

/** One person: the name, and what is asked of them. */
export function MemberFieldset(props: MemberProps) {
  const { t } = useTranslation('party-details')
  const { position, asks, values, errors, hints } = props
  const fields = fieldsOf(position)
  const text = (name: string) => ({ name, value: values[name], error: errors.of(name), autoComplete: 'off' })
  const bornHint = asks.asksIdentity ? 'born-hint' : 'born-hint-only'
  return (
    <Fieldset legend={t(position === 1 ? 'person-first' : 'person', { position })}>
      <Field {...text(fields.name)} label={t('name')} width="medium" required />
      {asks.asksIdentity ? (
        <Field
          {...text(fields.identity)}
          label={t('identity')}
          hint={hints[fields.identity] ? t('identity-kept', { number: hints[fields.identity] }) : t('identity-hint')}
          width="medium"
          autoCapitalize="characters"
          spellCheck={false}
        />
      ) : null}
      {asks.asksIdentity ? <OtherDocument {...props} /> : null}
      {asks.asksBirthDate ? (
        <Field
          {...text(fields.born)}
          label={t('born')}
          hint={t(hints[fields.born] ? 'born-kept' : bornHint)}
          width="medium"
          inputMode="numeric"
        />
      ) : null}
      {asks.asksIdentity || asks.asksBirthDate ? null : <Age {...props} />}
      <GuardianFields {...props} />
    </Fieldset>
  )
}

/** Only where nothing else tells it. */
function Age({ position, values, errors }: MemberProps) {
  const { t } = useTranslation('party-details')
  const { age } = fieldsOf(position)
  return (
    <RadioGroup
      name={age}
      legend={t('age')}
      value={values[age] ?? 'adult'}
      error={errors.of(age)}
      options={ageGroups.map((value) => ({ value, label: t(`ages.${value}`) }))}
    />
  )
}

function OtherDocument(props: MemberProps) {
  const { t } = useTranslation('party-details')
  const { position, asks, values, errors } = props
  const fields = fieldsOf(position)
  const open = [fields.kind, fields.other].some((name) => values[name] || errors.of(name)) || (values[fields.age] ?? 'adult') !== 'adult'
  return (
    <Details summary={t('other-title')} open={open}>
      <Select
        name={fields.kind}
        label={t('kind')}
        value={values[fields.kind]}
        error={errors.of(fields.kind)}
        options={[{ value: '', label: t('choose-kind') }, ...otherDocuments.map((value) => ({ value, label: t(`document.${value}`) }))]}
      />
      <Field
        name={fields.other}
        label={t('other')}
        value={values[fields.other]}
        error={errors.of(fields.other)}
        width="medium"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      {asks.asksBirthDate ? null : <Age {...props} />}
    </Details>
  )
}
