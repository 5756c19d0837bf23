import { Prose } from '~/consultations/parts/notice'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { Notification } from '~/ui/notification'
import { address } from '~/web/address'
import { showMinute } from '~/web/dates'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'
import type { ShownVisit } from './shown-visit'

const tones = {
  confirmed: 'success',
  offered: 'warning',
  waiting: 'info',
  applied: 'info',
  cancelled: 'info',
  expired: 'info',
  'not-chosen': 'info',
} as const

/** The state in a sentence, and what has to be answered. */
export function VisitState({ visit }: { visit: ShownVisit }) {
  const { t } = useTranslation(['registrations', 'feedback'])
  const { state, endedBy, endedWhy, ahead, over } = visit
  if (over && state === 'confirmed')
    return (
      <Notification title={t('visit.over')}>
        <p>
          <a href={address(`/registrations/${visit.code}/feedback`)}>{t('feedback:visit-link')}</a>
        </p>
      </Notification>
    )
  return (
    <>
      {visit.moved ? <Moved visit={visit} /> : null}
      <Notification tone={tones[state]} title={t(`visit.means.${state}`)}>
        {ahead === null ? null : <p>{ahead > 0 ? t('visit.ahead', { count: ahead }) : t('visit.ahead-none')}</p>}
        {endedBy === 'day' || endedBy === 'staff' ? <p>{t(`visit.by-${endedBy}`)}</p> : null}
        {endedWhy ? (
          <p>
            {t('visit.why')}
            <Prose text={endedWhy} lang={visit.day.lang} />
          </p>
        ) : null}
        {visit.mayAccept ? <Offer visit={visit} /> : null}
      </Notification>
    </>
  )
}

function Offer({ visit: { code, offerExpiresAt, day } }: { visit: ShownVisit }) {
  const { t } = useTranslation('registrations')
  const { lang, county } = usePage()
  return (
    <>
      <p>
        {offerExpiresAt
          ? t('visit.offer.until', { time: showMinute(new Date(offerExpiresAt), lang, county.zone) })
          : t('visit.offer.open', { count: day.offerHours, hours: day.offerHours })}
      </p>
      <form method="post" action={address(`/registrations/${code}/acceptance`)}>
        <ActionBar>
          <Button>{t('visit.offer.accept')}</Button>
          <LinkButton href={address(`/registrations/${code}/cancellation`)} variant="secondary">
            {t('visit.offer.decline')}
          </LinkButton>
        </ActionBar>
      </form>
    </>
  )
}

function Moved({ visit: { code } }: { visit: ShownVisit }) {
  const { t } = useTranslation('registrations')
  return (
    <Notification tone="warning" title={t('visit.moved.title')}>
      <p>{t('visit.moved.text')}</p>
      <form method="post" action={address(`/registrations/${code}/confirmation`)}>
        <ActionBar>
          <Button>{t('visit.moved.do')}</Button>
          <LinkButton href={address(`/registrations/${code}/cancellation`)} variant="secondary">
            {t('visit.moved.no')}
          </LinkButton>
        </ActionBar>
      </form>
    </Notification>
  )
}
