import { Contact } from '~/open-days/parts/contact'
import { WhatIsAsked } from '~/open-days/parts/what-is-asked'
import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { CheckboxField, RadioGroup } from '~/ui/choices'
import { Details } from '~/ui/details'
import { Field } from '~/ui/field'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import type { FormErrors } from '~/web/form-errors'
import { useTranslation } from '~/web/translation'
import { fieldOf } from '../forms'
import { PartyFields } from './party-fields'
import { PlaceChoice } from './place-choice'
import type { ShownRegistering } from './registration-page'

type Props = { on: ShownRegistering; values: Record<string, string>; errors: FormErrors }

/** One page: which slot, how many, who, and what the notice asks. */
export function RegistrationForm({ on, values, errors }: Props) {
  const { t } = useTranslation('registrations')
  const { day, slotId } = on
  return (
    <form className="form" method="post" action={address(on.at, { slot: slotId })} noValidate>
      <input type="hidden" name="key" value={values.key} />
      <PlaceChoice on={on} value={values.place} error={errors.of('place')} />
      <PartyFields
        partyMost={day.partyMost}
        needs={[...new Set(on.places.flatMap(({ needs }) => needs.map(({ kind }) => kind)))]}
        values={values}
        errors={errors}
      />
      <Field
        name="name"
        label={t('new.name')}
        hint={t('new.name-hint')}
        error={errors.of('name')}
        value={values.name}
        width="medium"
        autoComplete="name"
        required
      />
      <Field
        name="contact"
        label={t('new.contact')}
        hint={t('new.contact-hint')}
        error={errors.of('contact')}
        value={values.contact}
        width="medium"
        autoComplete="tel"
        required
      />
      {day.questions.map((question) => (
        <Question
          key={question.id}
          question={question}
          lang={day.lang}
          value={values[fieldOf(question)]}
          error={errors.of(fieldOf(question))}
        />
      ))}
      {day.asksPhotoConsent ? <PhotoConsent value={values.photo} error={errors.of('photo')} /> : null}
      <Details summary={t('new.kept')} open>
        <WhatIsAsked day={day} />
        <Contact of={day} />
      </Details>
      {day.houseRules ? <HouseRules on={on} ticked={values.rules === String(day.houseRulesVersion)} error={errors.of('rules')} /> : null}
      <ActionBar>
        <Button id="key">{t('new.send')}</Button>
      </ActionBar>
    </form>
  )
}

type QuestionProps = { question: ShownRegistering['day']['questions'][number]; lang: string; value?: string; error?: string }

function Question({ question, lang, value, error }: QuestionProps) {
  const { t } = useTranslation('registrations')
  const { kind, options, required } = question
  const label = (
    <bdi className="user-inline" lang={lang}>
      {question.label}
    </bdi>
  )
  const shown = { name: fieldOf(question), mark: required ? undefined : t('new.optional'), error, required }
  if (kind === 'choice')
    return (
      <RadioGroup
        {...shown}
        legend={label}
        value={value}
        options={options.map((each) => ({ value: each, label: <bdi lang={lang}>{each}</bdi> }))}
      />
    )
  return kind === 'text' ? <TextArea {...shown} label={label} value={value} rows={4} /> : <Field {...shown} label={label} value={value} />
}

/** Apart from everything else: no answer is an answer, and none changes the registration. */
function PhotoConsent({ value, error }: { value?: string; error?: string }) {
  const { t } = useTranslation('registrations')
  return (
    <RadioGroup
      name="photo"
      legend={t('new.photo')}
      mark={t('new.optional')}
      hint={t('new.photo-hint')}
      error={error}
      value={value}
      inline
      options={(['yes', 'no'] as const).map((each) => ({ value: each, label: t(`new.photo-${each}`) }))}
    />
  )
}

function HouseRules({ on: { day }, ticked, error }: { on: ShownRegistering; ticked: boolean; error?: string }) {
  const { t } = useTranslation('registrations')
  return (
    <>
      <Details summary={t('new.rules-read')} open>
        <p className="user-text" lang={day.lang}>
          {day.houseRules}
        </p>
      </Details>
      <CheckboxField
        name="rules"
        value={String(day.houseRulesVersion)}
        label={t('new.rules', { version: day.houseRulesVersion })}
        checked={ticked}
        error={error}
        required
      />
    </>
  )
}
