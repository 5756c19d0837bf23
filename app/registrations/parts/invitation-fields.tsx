import { Button } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { Field } from '~/ui/field'
import { UserText } from '~/ui/quote'
import type { FormErrors } from '~/web/form-errors'
import { useTranslation } from '~/web/translation'

type Group = { id: number; name: string }
type Props = { action: string; groups: Group[]; values: Record<string, string>; errors: FormErrors; lang: string }

/** Whom to invite, and where the code goes. */
export function InvitationFields({ action, groups, values, errors, lang }: Props) {
  const { t } = useTranslation('registrations')
  const only = groups.length === 1 ? String(groups[0]!.id) : undefined
  return (
    <form method="post" action={action} className="form" noValidate>
      <input type="hidden" name="key" value={values.key} />
      <RadioGroup
        name="group"
        legend={t('desk.invite.group')}
        error={errors.of('group')}
        value={values.group ?? only}
        options={groups.map(({ id, name }) => ({ value: String(id), label: <UserText lang={lang}>{name}</UserText> }))}
        required
      />
      <Field
        name="note"
        label={t('desk.invite.note')}
        hint={t('desk.invite.note-hint')}
        value={values.note}
        error={errors.of('note')}
        autoComplete="off"
        required
      />
      <Field
        name="contact"
        label={t('desk.invite.contact')}
        mark={t('desk.invite.optional')}
        hint={t('desk.invite.contact-hint')}
        value={values.contact}
        error={errors.of('contact')}
        width="medium"
        autoComplete="off"
      />
      <Button id="key">{t('desk.invite.do')}</Button>
    </form>
  )
}
