import { useTranslation } from '~/web/translation'
import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { Select } from '~/ui/select'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import type { FormErrors } from '~/web/form-errors'
import { moderationReasons, NOTE_MAX } from '../rules'

type Props = { action: string; values: Record<string, string>; errors: FormErrors; decided: boolean; hasReplacement: boolean; lang: string }

/** The decision: publish, publish with parts covered, or withhold. */
export function VerdictForm({ action, values, errors, decided, hasReplacement, lang }: Props) {
  const { t } = useTranslation('moderation')
  return (
    <form method="post" action={address(action)} className="form stack">
      <input type="hidden" name="seenVersion" value={values.seenVersion} />
      <RadioGroup
        name="visibility"
        legend={t('decide.choice')}
        error={errors.of('visibility')}
        value={values.visibility}
        options={[
          { value: 'published', label: t('decide.publish'), hint: t('decide.publish-hint') },
          { value: 'redacted', label: t('decide.redact'), reveal: <PublicWords {...{ values, errors, hasReplacement, lang }} /> },
          { value: 'withheld', label: t('decide.withhold'), hint: t('decide.withhold-hint') },
        ]}
      />
      <Reason values={values} errors={errors} />
      <TextArea
        name="note"
        label={t('decide.note')}
        mark={t('decide.optional')}
        hint={t('decide.note-hint', { max: NOTE_MAX })}
        error={errors.of('note')}
        value={values.note}
        rows={2}
      />
      {decided ? (
        <TextArea
          name="why"
          label={t('decide.why')}
          hint={t('decide.why-hint')}
          error={errors.of('why')}
          value={values.why}
          rows={2}
          required
        />
      ) : null}
      <ActionBar>
        <Button>{decided ? t('decide.save-change') : t('decide.save')}</Button>
      </ActionBar>
    </form>
  )
}

function Reason({ values, errors }: Pick<Props, 'values' | 'errors'>) {
  const { t } = useTranslation('moderation')
  return (
    <Select
      name="reason"
      label={t('decide.reason')}
      hint={t('decide.reason-hint')}
      error={errors.of('reason')}
      value={values.reason}
      options={[
        { value: '', label: t('decide.reason-choose') },
        ...moderationReasons.map((key) => ({ value: key, label: t(`reason.${key}`) })),
      ]}
    />
  )
}

function PublicWords({ values, errors, hasReplacement, lang }: Pick<Props, 'values' | 'errors' | 'hasReplacement' | 'lang'>) {
  const { t } = useTranslation('moderation')
  return (
    <>
      <TextArea
        name="publicBody"
        label={t('decide.public-body')}
        hint={t('decide.public-body-hint')}
        error={errors.of('publicBody')}
        value={values.publicBody}
        rows={8}
        lang={lang}
      />
      {hasReplacement ? (
        <TextArea
          name="publicReplacement"
          label={t('decide.public-replacement')}
          error={errors.of('publicReplacement')}
          value={values.publicReplacement}
          rows={4}
          lang={lang}
        />
      ) : null}
    </>
  )
}
