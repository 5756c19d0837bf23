import { showDay, showMinute } from '~/web/dates'
import { usePage } from '~/web/page'

type Props = { at: Date | string; dayOnly?: boolean }

/** An instant in the county's zone, readable by machines too. */
export function Instant({ at, dayOnly }: Props) {
  const { lang, county } = usePage()
  const date = new Date(at)
  return <time dateTime={date.toISOString()}>{(dayOnly ? showDay : showMinute)(date, lang, county.zone)}</time>
}
