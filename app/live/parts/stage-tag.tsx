import { Tag, type TagTone } from '~/ui/tag'
import { useTranslation } from '~/web/translation'
import type { Stage } from '../rules'

const tones: Record<Stage, TagTone> = { prepared: 'pending', announced: 'closing', open: 'open', ended: 'closed', closed: 'reported' }

export function StageTag({ stage }: { stage: Stage }) {
  const { t } = useTranslation('live')
  return <Tag tone={tones[stage]}>{t(`stage.${stage}`)}</Tag>
}
