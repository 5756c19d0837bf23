import { moderationReasons } from '~/moderation/rules'
import { useTranslation } from '~/web/translation'

/** The sentence of a reason on the public list; empty where there is none. */
export function useReasonWords(reason: string): string {
  const { t } = useTranslation('moderation')
  const known = moderationReasons.find((each) => each === reason)
  return known ? t(`reason.${known}`) : ''
}
