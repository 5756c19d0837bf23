import { useTranslation } from '~/web/translation'
import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { Details } from '~/ui/details'
import { Field } from '~/ui/field'
import { address } from '~/web/address'
import { CountedTextArea } from '~/web/counted-text-area'
import type { FormErrors } from '~/web/form-errors'
import { usePage } from '~/web/page'
import type { CommentedOn } from '../form-reads.server'
import { askedOf, COMMENT_MAX, REPLACEMENT_MAX, stances, type NameMode } from '../rules'
import { About } from './about'
import { Easier } from './easier'
import { WhatIsPublic } from './what-is-public'
import { keepKey } from './keep-key'

type Props = { on: CommentedOn; values: Record<string, string>; errors: FormErrors }

/** What a resident fills in: position, words, wording, and who they are as far as this consultation asks. */
export function CommentForm({ on, values, errors }: Props) {
  const { t } = useTranslation('comments')
  const { viewer } = usePage()
  const asked = askedOf(on, viewer !== null)
  return (
    <form
      className="form"
      method="post"
      action={address(`/consultations/${on.slug}/comments/check`, { article: on.about?.anchor })}
      data-keep={keepKey(on.slug, on.about?.anchor)}
      data-keep-restored={t('new.restored')}
      noValidate
    >
      <input type="hidden" name="key" value={values.key} />
      <About on={on} />
      <Position value={values.stance} error={errors.of('stance')} />
      <Words value={values.body} error={errors.of('body')} />
      <Easier on={on} />
      <Replacement value={values.replacement} chosen={values.stance === 'change'} error={errors.of('replacement')} />
      {asked.name ? <NameField mode={on.nameMode} value={values.name ?? viewer?.name} error={errors.of('name')} /> : null}
      {asked.contact === 'no' ? null : (
        <ContactField needed={asked.contact === 'needed'} value={values.contact} error={errors.of('contact')} />
      )}
      <WhatIsPublic on={on} />
      <ActionBar>
        <Button id="key">{t('new.next')}</Button>
      </ActionBar>
    </form>
  )
}

function Position({ value, error }: { value?: string; error?: string }) {
  const { t } = useTranslation('comments')
  const choices = [...stances, 'none'] as const
  return (
    <RadioGroup
      name="stance"
      legend={t('new.stance')}
      mark={t('new.optional')}
      error={error}
      value={value}
      options={choices.map((choice) => ({ value: choice, label: t(`stance.${choice}`) }))}
    />
  )
}

function Words({ value, error }: { value?: string; error?: string }) {
  const { t } = useTranslation('comments')
  const hint = (
    <>
      {t('new.body-hint', { max: COMMENT_MAX })}
      <br />
      {t('new.body-care')}
    </>
  )
  return <CountedTextArea name="body" label={t('new.body')} hint={hint} error={error} value={value} rows={8} max={COMMENT_MAX} required />
}

function NameField({ mode, value, error }: { mode: NameMode; value?: string; error?: string }) {
  const { t } = useTranslation('comments')
  const hint = t(mode === 'open' ? 'new.name-open' : 'new.name-masked')
  return (
    <Field
      name="name"
      label={t('new.name')}
      mark={t('new.optional')}
      hint={hint}
      error={error}
      value={value}
      width="medium"
      autoComplete="name"
    />
  )
}

/** Open for whoever suggests a change, and one press away for everybody else. */
function Replacement({ value, chosen, error }: { value?: string; chosen: boolean; error?: string }) {
  const { t } = useTranslation('comments')
  return (
    <Details
      summary={
        <>
          {t('new.replace')} <span className="hint">{t('new.optional')}</span>
        </>
      }
      open={chosen || Boolean(value)}
    >
      <CountedTextArea
        name="replacement"
        label={t('new.replacement')}
        hint={t('new.replacement-hint', { max: REPLACEMENT_MAX })}
        error={error}
        value={value}
        rows={4}
        max={REPLACEMENT_MAX}
      />
    </Details>
  )
}

/** Not kept in the browser: a hall or a family shares one. */
function ContactField({ needed, value, error }: { needed: boolean; value?: string; error?: string }) {
  const { t } = useTranslation('comments')
  return (
    <div data-keep-not="">
      <Field
        name="contact"
        label={t('new.contact')}
        mark={needed ? undefined : t('new.optional')}
        hint={t(needed ? 'new.contact-needed' : 'new.contact-optional')}
        error={error}
        value={value}
        width="medium"
        autoComplete="tel"
        required={needed}
      />
    </div>
  )
}
