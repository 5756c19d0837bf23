import { LinkButton } from '~/ui/button'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'

export function NoSuchRegistration() {
  const { t } = useTranslation('registrations')
  return (
    <Page title={t('find.missing')} lead={t('find.missing-text')} trail={[{ label: t('find.title'), href: '/registrations' }]}>
      <p>
        <LinkButton href={address('/registrations')}>{t('find.title')}</LinkButton>
      </p>
      <p>
        <a href={address('/registrations/lost')}>{t('find.lost')}</a>
      </p>
    </Page>
  )
}
