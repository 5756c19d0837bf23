import { useTranslation } from '~/web/translation'
import { Prose } from '~/consultations/parts/notice'
import type { Choosing } from '../rules'

type Props = { day: { choosing: Choosing; choosingRule: string; offerHours: number; lang: string } }

/** By what rule people get a place, and what happens to a party that does not fit. */
export function HowChosen({ day }: Props) {
  const { t } = useTranslation('open-days')
  return (
    <div className="prose">
      <p>{t(`choose.${day.choosing}`)}</p>
      {day.choosing === 'review' && day.choosingRule ? (
        <p>
          <Prose text={day.choosingRule} lang={day.lang} />
        </p>
      ) : null}
      <p>{t('choose.waiting', { hours: day.offerHours })}</p>
      <p>{t('choose.skip')}</p>
    </div>
  )
}
