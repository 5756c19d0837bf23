import { Button } from '~/ui/button'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'

/** The button that shows what a party told; looking is an act that is recorded. */
export function ShowDetails({ here }: { here: string }) {
  const { t } = useTranslation('party-details')
  return (
    <form method="post" action={address(`${here}/details`)} className="stack">
      <p className="hint" id="details-hint">
        {t('desk.show-hint')}
      </p>
      <div>
        <Button variant="secondary" aria-describedby="details-hint">
          {t('desk.show')}
        </Button>
      </div>
    </form>
  )
}
