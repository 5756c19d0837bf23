import { Notification } from '~/ui/notification'
import { useTranslation } from '~/web/translation'
import type { WhyNotEnter, WhyNotName, WhyNotSource } from '../rules'

export type Why = WhyNotName | WhyNotSource | WhyNotEnter | 'no-value' | 'unknown'

export function Refusal({ why }: { why: Why | null | undefined }) {
  const { t } = useTranslation('draws')
  return why ? <Notification tone="warning" title={t(`why.${why}`)} announce /> : null
}
