import type { LoaderFunctionArgs } from '@remix-run/node'
import { drawBySlug } from '~/draws/reads.server'
import { openDayBySlug } from '~/open-days/reads.server'
import { reportedAt } from '~/visit-reports/reads.server'
import { fullAddress } from '~/web/address'
import { answer, missing } from './answer.server'
import { openDaySummaryOf } from './open-day-summary'
import { openDay } from './open-day-schemas'
import { LICENCE } from './schemas'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const day = await openDayBySlug(params.slug)
  if (!day) return missing()
  const [drawn, reported] = await Promise.all([drawBySlug(day.slug), reportedAt(day.id)])
  const of = (part: string) => fullAddress(context.origin, `/open-days/${day.slug}/${part}`)
  return answer(request, openDay, {
    ...day,
    ...openDaySummaryOf(day, context.origin),
    licence: LICENCE,
    campaign: day.campaign?.title ?? null,
    consultation: day.consultation && fullAddress(context.origin, `/consultations/${day.consultation.slug}`),
    askedAfterSelection: {
      identity: { asked: day.asksIdentity, why: day.identityWhy },
      birthDate: { asked: day.asksBirthDate, why: day.birthDateWhy },
      plate: { asked: day.asksPlate, why: day.plateWhy },
    },
    contact: { person: day.contactPerson, phone: day.contactPhone, email: day.contactEmail },
    calendar: of('calendar.ics'),
    draw: drawn?.draw ? of('draw.json') : null,
    report: reported ? of('report.json') : null,
  })
}
