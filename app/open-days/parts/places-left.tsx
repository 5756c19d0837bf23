import { useTranslation } from '~/web/translation'
import type { ShownDay } from '../rules'

type Counted = Pick<ShownDay, 'stage' | 'choosing' | 'places' | 'left'>

/** What is left is a promise only where the first to come gets it. */
export function PlacesLeft({ day: { stage, choosing, places, left } }: { day: Counted }) {
  const { t } = useTranslation('open-days')
  if (stage !== 'open' || choosing !== 'first-come') return <>{t('places-of', { count: places })}</>
  return <>{left > 0 ? t('places-left', { count: left }) : t('places-full')}</>
}
