import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { DateTimeField } from '~/ui/date-time-field'
import { Field } from '~/ui/field'
import { Inset } from '~/ui/inset'
import { UserText } from '~/ui/quote'
import { Select } from '~/ui/select'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import type { FormErrors } from '~/web/form-errors'
import { useTranslation } from '~/web/translation'
import { enteredChannels, stances, type NameMode } from '../rules'
import { articleName } from './article-name'

type On = {
  id: number
  nameMode: NameMode
  /** The open day it was said on. */
  openDay: { id: number; title: string; lang: string } | null
  articles: { anchor: string; label: string; title: string }[]
}
type Props = { on: On; values: Record<string, string>; errors: FormErrors }

/** What a clerk writes down for somebody who called, wrote or came. */
export function EntryForm({ on, values, errors }: Props) {
  const { t } = useTranslation('comments')
  return (
    <form
      className="form"
      method="post"
      action={address(`/desk/consultations/${on.id}/comments/entry`, { day: on.openDay?.id })}
      noValidate
    >
      <input type="hidden" name="key" value={values.key} />
      <HowItCame on={on} values={values} errors={errors} />
      <WhatWasSaid on={on} values={values} errors={errors} />
      <WhoSaidIt on={on} values={values} errors={errors} />
      <ActionBar>
        <Button id="key">{t('desk.entry.do')}</Button>
      </ActionBar>
      <p className="hint">{t('desk.entry.done')}</p>
    </form>
  )
}

function HowItCame({ on, values, errors }: Props) {
  const { t } = useTranslation('comments')
  const articles = on.articles.map((each) => ({
    value: each.anchor,
    label: `${articleName(each)} ${each.label ? each.title : ''}`.trim().slice(0, 60),
  }))
  return (
    <>
      {on.openDay ? (
        <Inset>
          <input type="hidden" name="channel" value="open-day" />
          {t('desk.entry.on-day')}
          <UserText lang={on.openDay.lang}>{on.openDay.title}</UserText>
        </Inset>
      ) : (
        <RadioGroup
          name="channel"
          legend={t('desk.entry.channel')}
          error={errors.of('channel')}
          value={values.channel}
          options={enteredChannels.map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))}
          inline
        />
      )}
      <DateTimeField
        name="received"
        label={t('desk.entry.received')}
        hint={t('desk.entry.received-hint')}
        error={errors.of('received')}
        value={values.received}
        required
      />
      <Select
        name="article"
        label={t('desk.entry.about')}
        error={errors.of('article')}
        value={values.article ?? ''}
        options={[{ value: '', label: t('desk.entry.whole') }, ...articles]}
      />
    </>
  )
}

function WhatWasSaid({ values, errors }: Props) {
  const { t } = useTranslation('comments')
  return (
    <>
      <TextArea name="body" label={t('desk.entry.body')} error={errors.of('body')} value={values.body} rows={8} required />
      <TextArea
        name="replacement"
        label={t('receipt.replacement')}
        mark={t('new.optional')}
        error={errors.of('replacement')}
        value={values.replacement}
        rows={3}
      />
      <RadioGroup
        name="stance"
        legend={t('desk.entry.stance')}
        mark={t('new.optional')}
        error={errors.of('stance')}
        value={values.stance}
        options={[...stances, 'none' as const].map((stance) => ({ value: stance, label: t(`stance.${stance}`) }))}
        inline
      />
    </>
  )
}

function WhoSaidIt({ on, values, errors }: Props) {
  const { t } = useTranslation('comments')
  return (
    <>
      <Field
        name="name"
        label={t('desk.entry.name')}
        mark={t('new.optional')}
        hint={t('desk.entry.name-hint', { mode: t(`desk.entry.name-mode.${on.nameMode}`) })}
        error={errors.of('name')}
        value={values.name}
        width="medium"
        autoComplete="off"
      />
      <Field
        name="contact"
        label={t('desk.entry.contact')}
        mark={t('new.optional')}
        hint={t('desk.entry.contact-hint')}
        error={errors.of('contact')}
        value={values.contact}
        width="medium"
        autoComplete="off"
      />
    </>
  )
}
