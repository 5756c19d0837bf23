import { useTranslation } from '~/web/translation'
import { placeKinds } from '../rules'
import type { ShownSlot } from '../rules'

/** Which needs have places of their own; what is left of them stands with each slot. */
export function Barriers({ slots }: { slots: Pick<ShownSlot, 'pools' | 'cancelledAt'>[] }) {
  const { t } = useTranslation('open-days')
  const pools = slots.filter(({ cancelledAt }) => !cancelledAt).flatMap(({ pools }) => pools)
  const kinds = placeKinds.filter((kind) => kind !== 'seat' && pools.some((pool) => pool.kind === kind && pool.capacity > 0))
  if (kinds.length === 0) return <p>{t('barrier-none')}</p>
  return (
    <div className="prose">
      <p>{t('barrier-text')}</p>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>{t(`place.${kind}`)}</li>
        ))}
      </ul>
    </div>
  )
}
