import { useTranslation } from '~/web/translation'
import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { Inset } from '~/ui/inset'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import type { FormErrors } from '~/web/form-errors'
import { OBJECTION_MAX } from '../rules'

type Props = { action: string; decide: string; values: Record<string, string>; errors: FormErrors; changed: boolean }

export function AnswerForm({ action, decide, values, errors, changed }: Props) {
  const { t } = useTranslation('moderation')
  return (
    <form method="post" action={address(action)} className="form stack">
      <Inset>
        {changed ? (
          <p>{t('answer.changed-since')}</p>
        ) : (
          <p>
            {t('answer.redact-instead')} <a href={address(decide)}>{t('answer.redact-link')}</a>
          </p>
        )}
      </Inset>
      <RadioGroup
        name="outcome"
        legend={t('answer.outcome')}
        error={errors.of('outcome')}
        value={values.outcome}
        options={[
          { value: 'keep', label: changed ? t('objection.changed') : t('answer.keep') },
          { value: 'publish', label: t('answer.publish') },
        ]}
      />
      <TextArea
        name="answer"
        label={t('answer.text')}
        hint={t('answer.text-hint')}
        error={errors.of('answer')}
        value={values.answer}
        required
        maxLength={OBJECTION_MAX}
      />
      <ActionBar>
        <Button>{t('answer.send')}</Button>
      </ActionBar>
    </form>
  )
}
