import { Button } from '~/ui/button'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'

/** The button that shows a contact; looking is an act that is recorded. */
export function ShowContact({ id }: { id: number }) {
  const { t } = useTranslation('messages')
  return (
    <form method="post" action={address(`/desk/messages/${id}/contact`)} className="stack">
      <p className="hint" id="show-hint">
        {t('one.show-hint')}
      </p>
      <div>
        <Button aria-describedby="show-hint">{t('one.show')}</Button>
      </div>
    </form>
  )
}
