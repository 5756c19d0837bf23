import type { LoaderFunctionArgs } from '@remix-run/node'
import { i18nFor } from '~/i18n'
import { calendarFile, occasionOf } from '~/open-days/calendar-file'
import { fullAddress } from '~/web/address'
import { showTime } from '~/web/dates'
import { calendarAnswer, notFound } from '~/web/responses.server'
import { registrationByCode } from '../reads.server'

/** The visit for one's own calendar. */
export async function loader({ params, context: { lang, county, origin } }: LoaderFunctionArgs) {
  const found = await registrationByCode(params.code ?? '')
  if (!found) throw notFound()
  const { day, slot } = found
  const text = i18nFor(lang).t('open-days:slot.arrive', { time: showTime(slot.arriveAt, county.zone) })
  const occasion = occasionOf({ day, slot }, fullAddress(origin, `/open-days/${day.slug}`), text)
  return calendarAnswer(calendarFile(day.title, [occasion]), 'private, no-store')
}
