import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'

export function JoinForm({ typed, error }: { typed?: string; error?: string }) {
  const { t } = useTranslation('live')
  return (
    <form className="form" method="get" action={address('/live')} noValidate>
      <Field
        name="code"
        label={t('join.code')}
        hint={t('join.hint')}
        error={error}
        value={typed}
        width="short"
        inputMode="numeric"
        autoComplete="off"
        required
      />
      <ActionBar>
        <Button>{t('join.do')}</Button>
      </ActionBar>
    </form>
  )
}
