import { ActionBar } from '~/ui/action-bar'
import { LinkButton } from '~/ui/button'
import { Notification } from '~/ui/notification'
import { address } from '~/web/address'
import { showMinute } from '~/web/dates'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'

/** On the page of a registration that has its places: what else is asked, and whether it is there. */
export function DetailsState({ code, details }: { code: string; details: { filledIn: boolean; dueAt: string } }) {
  const { t } = useTranslation('party-details')
  const { lang, county } = usePage()
  const { filledIn, dueAt } = details
  return (
    <Notification tone={filledIn ? 'success' : 'warning'} title={t(filledIn ? 'filled' : 'missing')}>
      <p>{filledIn ? t('filled-text') : t('missing-text', { time: showMinute(new Date(dueAt), lang, county.zone) })}</p>
      <ActionBar>
        <LinkButton href={address(`/registrations/${code}/details`)} variant={filledIn ? 'secondary' : undefined}>
          {t(filledIn ? 'change' : 'fill')}
        </LinkButton>
      </ActionBar>
    </Notification>
  )
}
