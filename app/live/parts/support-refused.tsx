import { useActionData } from '@remix-run/react'
import { Notification } from '~/ui/notification'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import type { SupportRefused as Refused } from '../supporting.server'

/** Why a support was not counted, and the way back. */
export function SupportRefused() {
  const { t } = useTranslation('live')
  const refused = useActionData<Refused>()
  if (!refused) return null
  return (
    <Page title={t('support.title')} trail={[{ label: t('title'), href: '/live' }]}>
      <Notification tone="warning" title={t(`why.${refused.why}`, { minutes: refused.minutes })} announce />
      <p>
        <a href={address(`/live/${refused.code}`)}>{t('support.back')}</a>
      </p>
    </Page>
  )
}
