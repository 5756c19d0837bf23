import { showDay, showMinute } from '~/web/dates'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'

/** The zone as people call it: 北京时间, Eastern European Time. */
export function useZoneName(): string {
  const { t } = useTranslation('consultations')
  const { lang, county } = usePage()
  if (county.zone === 'Asia/Shanghai') return t('beijing-time')
  const parts = new Intl.DateTimeFormat(lang, { timeZone: county.zone, timeZoneName: 'longGeneric' }).formatToParts(0)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? county.zone
}

type Props = { at: Date | string; dayOnly?: boolean }

/** An instant in the county's zone, readable by machines too. */
export function Instant({ at, dayOnly }: Props) {
  const { lang, county } = usePage()
  const date = new Date(at)
  return <time dateTime={date.toISOString()}>{(dayOnly ? showDay : showMinute)(date, lang, county.zone)}</time>
}
