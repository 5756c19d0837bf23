import type { LoaderFunctionArgs } from '@remix-run/node'
import { i18nFor } from '~/i18n'
import { fullAddress } from '~/web/address'
import { showTime } from '~/web/dates'
import { calendarAnswer } from '~/web/responses.server'
import { calendarFile, occasionOf } from '../calendar-file'
import { newestOpenDays } from '../reads.server'

const NEWEST = 200

/** All open days, for a calendar that asks again by itself. */
export async function loader({ context: { lang, county, origin } }: LoaderFunctionArgs) {
  const { t } = i18nFor(lang)
  const days = await newestOpenDays(NEWEST)
  const arrive = (at: Date) => t('open-days:slot.arrive', { time: showTime(at, county.zone) })
  const occasions = days.flatMap((day) =>
    day.slots.map((slot) => occasionOf({ day, slot }, fullAddress(origin, `/open-days/${day.slug}`), arrive(slot.arriveAt))),
  )
  return calendarAnswer(calendarFile(`${county.name} ${t('open-days:feed.title')}`, occasions), 'private, no-cache')
}
