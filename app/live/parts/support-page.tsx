import type { SerializeFrom } from '@remix-run/node'
import { Notification } from '~/ui/notification'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import type { SupportRefused, SupportedAt } from '../supporting.server'
import { SupportButton } from './support-button'

type Props = { at: SerializeFrom<SupportedAt>; refused: SupportRefused | undefined; on: boolean }

/** Why a support was not counted, and the way back; whoever only opens the address finds the button. */
export function SupportPage({ at: { code, number }, refused, on }: Props) {
  const { t } = useTranslation('live')
  return (
    <Page title={t('support.title', { number })} trail={[{ label: t('title'), href: '/live' }]}>
      {refused ? (
        <Notification tone="warning" title={t(`why.${refused.why}`, { minutes: refused.minutes })} announce />
      ) : (
        <SupportButton code={code} number={number} given={!on} />
      )}
      <p>
        <a href={address(`/live/${code}`)}>{t('support.back')}</a>
      </p>
    </Page>
  )
}
