import { useTranslation } from '~/web/translation'
import { Tag } from '~/ui/tag'
import type { Stage } from '../rules'

const tones = {
  prepared: 'neutral',
  submitted: 'pending',
  scheduled: 'pending',
  open: 'open',
  closed: 'closed',
  reported: 'reported',
} as const

/** What stands beside a title: the stage, and near the end the days that are left. */
export function StageTag({ stage, closingIn }: { stage: Stage; closingIn?: number }) {
  const { t } = useTranslation('consultations')
  if (closingIn) return <Tag tone="closing">{t('closing-in', { count: closingIn })}</Tag>
  return <Tag tone={tones[stage]}>{t(`stage.${stage}`)}</Tag>
}
