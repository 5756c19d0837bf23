import { showDay, showMinute, showTime, showWeekday } from '~/web/dates'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'

type Times = { startsAt: Date | string; endsAt: Date | string }

/** 2026年12月4日 星期五 09:00–11:00, on the county's clock. */
export function useSlotTime() {
  const { lang, county } = usePage()
  const { t } = useTranslation('open-days')
  return ({ startsAt, endsAt }: Times) => {
    const from = new Date(startsAt)
    const to = new Date(endsAt)
    const day = showDay(from, lang, county.zone)
    if (day !== showDay(to, lang, county.zone))
      return t('slot.runs', { from: showMinute(from, lang, county.zone), to: showMinute(to, lang, county.zone) })
    return `${day} ${showWeekday(from, lang, county.zone)} ${showTime(from, county.zone)}–${showTime(to, county.zone)}`
  }
}

export function SlotTime({ slot }: { slot: Times }) {
  const timeOf = useSlotTime()
  return <time dateTime={new Date(slot.startsAt).toISOString()}>{timeOf(slot)}</time>
}

/** When to be at the gate: apart from when it begins. */
export function Arrival({ at }: { at: Date | string }) {
  const { t } = useTranslation('open-days')
  const { county } = usePage()
  return <>{t('slot.arrive', { time: showTime(new Date(at), county.zone) })}</>
}
