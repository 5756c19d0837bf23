import { useTranslation } from '~/web/translation'
import type { PersonalKind } from '../personal-data'

/** 可能含手机号、车牌号. */
export function FoundKinds({ kinds }: { kinds: PersonalKind[] }) {
  const { t, i18n } = useTranslation('moderation')
  if (kinds.length === 0) return <span className="hint">{t('queue.found-none')}</span>
  const named = [...new Set(kinds)].map((kind) => t(`kind.${kind}`))
  return <strong>{t('queue.found-some', { kinds: new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(named) })}</strong>
}
