import { Instant } from '~/consultations/parts/instant'
import { Prose } from '~/consultations/parts/notice'
import { LinkButton } from '~/ui/button'
import { Notification } from '~/ui/notification'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { ShownDay } from '../rules'

export type StandingDay = Pick<ShownDay, 'slug' | 'lang' | 'stage' | 'choosing' | 'opensAt' | 'closesAt'> & { cancelledWhy: string | null }

/** The state in a sentence, and what can be done now. */
export function WhereDayStands({ day }: { day: StandingDay }) {
  const { t } = useTranslation('open-days')
  switch (day.stage) {
    case 'scheduled':
      return (
        <Notification title={t('stands.scheduled')}>
          <p>
            {t('stands.scheduled-text')}
            <Instant at={day.opensAt!} />
          </p>
        </Notification>
      )
    case 'open':
      return <RegisterButton slug={day.slug} />
    case 'closed':
      return (
        <Notification title={t('stands.closed')}>
          <p>{t(`stands.closed-text.${day.choosing}`)}</p>
        </Notification>
      )
    case 'cancelled':
      return (
        <Notification tone="warning" title={t('stands.cancelled')}>
          <p>{day.cancelledWhy ? <Prose text={day.cancelledWhy} lang={day.lang} /> : t('stands.cancelled-slots')}</p>
        </Notification>
      )
    default:
      return <Notification title={t('stands.held')} />
  }
}

export function RegisterButton({ slug }: { slug: string }) {
  const { t } = useTranslation('open-days')
  return (
    <p>
      <LinkButton href={address(`/open-days/${slug}/registration`)}>{t('register')}</LinkButton>
    </p>
  )
}
