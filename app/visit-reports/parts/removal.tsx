import { Button } from '~/ui/button'
import { VisuallyHidden } from '~/ui/visually-hidden'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'

/** A button that takes one row away. */
export function Removal({ path, about }: { path: string; about: string }) {
  const { t } = useTranslation(['visit-reports', 'web'])
  return (
    <form method="post" action={address(path)}>
      <Button variant="warning" small>
        {t('desk.remove')}
        <VisuallyHidden>{t('web:colon') + about}</VisuallyHidden>
      </Button>
    </form>
  )
}
