import type { LoaderFunctionArgs } from '@remix-run/node'
import { i18nFor } from '~/i18n'
import { fullAddress } from '~/web/address'
import { showTime } from '~/web/dates'
import { calendarAnswer, notFound } from '~/web/responses.server'
import { calendarFile, occasionOf } from '../calendar-file'
import { openDayBySlug } from '../reads.server'

/** Every slot of one open day. */
export async function loader({ params, context: { lang, county, origin } }: LoaderFunctionArgs) {
  const day = await openDayBySlug(params.slug)
  if (!day) throw notFound()
  const { t } = i18nFor(lang)
  const url = fullAddress(origin, `/open-days/${day.slug}`)
  const arrive = (at: Date) => t('open-days:slot.arrive', { time: showTime(at, county.zone) })
  const occasions = day.slots.map((slot) => occasionOf({ day, slot }, url, arrive(slot.arriveAt)))
  return calendarAnswer(calendarFile(day.title, occasions), 'private, no-cache')
}
