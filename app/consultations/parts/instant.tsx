import { i18nFor, type Language } from '~/i18n'
import { showDay, showMinute } from '~/web/dates'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'

/** The zone as people call it: 北京时间, Eastern European Time. */
export function useZoneName(): string {
  const { lang, county } = usePage()
  const { t } = useTranslation('consultations')
  return county.zone === 'Asia/Shanghai' ? t('beijing-time') : zoneName(county.zone, lang)
}

export function zoneName(zone: string, lang: Language): string {
  if (zone === 'Asia/Shanghai') return i18nFor(lang).t('consultations:beijing-time')
  const parts = new Intl.DateTimeFormat(lang, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(0)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}

type Props = { at: Date | string; dayOnly?: boolean }

/** An instant in the county's zone, readable by machines too. */
export function Instant({ at, dayOnly }: Props) {
  const { lang, county } = usePage()
  const date = new Date(at)
  return <time dateTime={date.toISOString()}>{(dayOnly ? showDay : showMinute)(date, lang, county.zone)}</time>
}
