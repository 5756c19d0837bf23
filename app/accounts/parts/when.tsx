import { usePage } from '~/web/page'
import { showMinute } from '~/web/dates'

/** An instant in the county's zone; in pages it arrives as text. */
export function When({ at }: { at: string | Date }) {
  const { lang, county } = usePage()
  const instant = new Date(at)
  return <time dateTime={instant.toISOString()}>{showMinute(instant, lang, county.zone)}</time>
}
