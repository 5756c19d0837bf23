import { Tag } from '~/ui/tag'
import { useTranslation } from '~/web/translation'
import type { Stage } from '../rules'

const tones = { prepared: 'neutral', announced: 'pending', open: 'open', ended: 'closed', closed: 'reported' } as const

export function SessionTag({ stage }: { stage: Stage }) {
  const { t } = useTranslation('live')
  return <Tag tone={tones[stage]}>{t(`stage.${stage}`)}</Tag>
}
