import { useTranslation } from '~/web/translation'
import { Tag } from '~/ui/tag'
import type { Stage } from '../rules'

const tones = {
  prepared: 'neutral',
  submitted: 'pending',
  scheduled: 'pending',
  open: 'open',
  closed: 'closed',
  held: 'reported',
  cancelled: 'withheld',
} as const

export function StageTag({ stage }: { stage: Stage }) {
  const { t } = useTranslation('open-days')
  return <Tag tone={tones[stage]}>{t(`stage.${stage}`)}</Tag>
}
