import type { Counted } from '~/ui/text-area'
import { useTranslation } from './translation'

/** How many characters are left, told while one types. */
export function useCounted(max: number): Counted {
  const { t } = useTranslation('web')
  return { max, left: t('counted.left', { number: '{count}' }), over: t('counted.over', { number: '{count}' }) }
}
