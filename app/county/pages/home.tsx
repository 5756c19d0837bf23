import { useTranslation } from 'react-i18next'
import { Page } from '~/web/page-layout'

export default function Home() {
  const { t } = useTranslation('web')
  return (
    <Page title={t('home')}>
      <p>{t('demo-note')}</p>
    </Page>
  )
}
