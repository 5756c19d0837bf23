import { Contact, type Office } from '~/open-days/parts/contact'
import { Notification } from '~/ui/notification'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { trailOf, type Named } from './trail'

/** Says nothing of the first registration but that there is one: whoever typed this contact may not be its owner. */
export function KnownPerson({ day }: { day: Named & Office }) {
  const { t } = useTranslation(['registrations', 'open-days'])
  return (
    <Page title={t('known.title')} trail={trailOf(day, t('open-days:title'))}>
      <Notification title={t('known.sent')} announce>
        <p>{t('known.text')}</p>
        <p>{t('known.next')}</p>
      </Notification>
      <p>
        <a href={address('/registrations')}>{t('find.title')}</a>
      </p>
      <p>{t('known.not-me')}</p>
      <Contact of={day} />
    </Page>
  )
}
