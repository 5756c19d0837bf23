import { useTranslation } from '~/web/translation'
import { Tag, type TagTone } from '~/ui/tag'
import type { Disposition } from '../rules'

const tones: Record<Disposition, TagTone> = {
  adopted: 'reported',
  partly_adopted: 'open',
  already_covered: 'neutral',
  not_adopted: 'withheld',
  out_of_scope: 'neutral',
  later_study: 'pending',
  noted: 'neutral',
}

export function DispositionTag({ disposition }: { disposition: Disposition | null }) {
  const { t } = useTranslation('reports')
  return <Tag tone={disposition ? tones[disposition] : 'closing'}>{disposition ? t(`disposition.${disposition}`) : t('undecided')}</Tag>
}
