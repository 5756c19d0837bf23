import { Button } from '~/ui/button'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'

/** The button that shows who registered; looking is an act that is recorded. */
export function ShowVisitor({ here }: { here: string }) {
  const { t } = useTranslation('registrations')
  return (
    <form method="post" action={address(`${here}/contact`)} className="stack">
      <p className="hint" id="show-hint">
        {t('desk.one.show-hint')}
      </p>
      <div>
        <Button aria-describedby="show-hint">{t('desk.one.show')}</Button>
      </div>
    </form>
  )
}
