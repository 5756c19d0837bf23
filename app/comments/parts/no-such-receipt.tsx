import { LinkButton } from '~/ui/button'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'

export function NoSuchReceipt() {
  const { t } = useTranslation('comments')
  return (
    <Page
      title={t('receipt.find.missing')}
      lead={t('receipt.find.missing-text')}
      trail={[{ label: t('receipt.find.title'), href: '/receipts' }]}
    >
      <p>
        <LinkButton href={address('/receipts')}>{t('receipt.find.title')}</LinkButton>
      </p>
      <p>
        <a href={address('/receipts/lost')}>{t('receipt.find.lost')}</a>
      </p>
    </Page>
  )
}
