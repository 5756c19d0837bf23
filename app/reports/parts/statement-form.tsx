import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'

type Props = { id: number; statement: string; error?: string; lang: string }

export function StatementForm({ id, statement, error, lang }: Props) {
  const { t } = useTranslation('reports')
  return (
    <form method="post" action={address(`/desk/consultations/${id}/report`)} className="form stack">
      <TextArea
        name="statement"
        label={t('prepare.statement')}
        hint={t('prepare.statement-hint')}
        rows={8}
        value={statement}
        error={error}
        lang={lang}
      />
      <ActionBar>
        <Button variant="secondary">{t('prepare.save')}</Button>
      </ActionBar>
    </form>
  )
}
