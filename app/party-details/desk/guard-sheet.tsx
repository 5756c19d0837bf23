import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { Instant } from '~/consultations/parts/instant'
import { namedDay } from '~/open-days/rules'
import { Around, PIECE } from '~/ui/around'
import { ActionBar } from '~/ui/action-bar'
import { PrintButton } from '~/ui/enhanced-buttons'
import { UserText } from '~/ui/quote'
import { Page } from '~/web/page-layout'
import { noStore } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { managingDay } from '../at-desk.server'
import { isDay } from '../documents'
import { openGuardSheet } from '../guard-sheet-writes.server'
import { partyTrail } from '../parts/desk-trail'
import { GuardSlot } from '../parts/guard-slot'

export const headers = () => noStore

const query = z.object({ gate: z.string().max(500).nullable().catch(null), on: z.string().refine(isDay).nullable().catch(null) })

/** By GET, so that a guard can print it, come back to it and open it again; each time is a line in the record. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer, day } = await managingDay(context, params.id)
  const asked = new URL(request.url).searchParams
  const sheet = query.parse({ gate: asked.get('gate'), on: asked.get('on') })
  const { now, slots } = await openGuardSheet(viewer, day, sheet, context.county.zone)
  return json({ day: namedDay(day), asksPlate: day.asksPlate, gate: sheet.gate, now, slots }, { headers: noStore })
}

export default function GuardSheet() {
  const { t } = useTranslation(['party-details', 'registrations', 'web'])
  const { day, asksPlate, gate, now, slots } = useLoaderData<typeof loader>()
  const title = gate ? t('desk.sheet.link-gate', { gate }) : t('desk.sheet.title')
  return (
    <Page
      title={title}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      lead={t('desk.sheet.lead')}
      trail={partyTrail(t, day)}
      wide
    >
      <ActionBar>
        <PrintButton>{t('desk.sheet.print')}</PrintButton>
      </ActionBar>
      <p>
        <Around sentence={t('desk.sheet.printed', { time: PIECE })}>
          <Instant at={now} />
        </Around>
      </p>
      {slots.length === 0 ? <p>{t('desk.sheet.none')}</p> : null}
      {slots.map((slot) => (
        <GuardSlot key={slot.id} slot={slot} asksPlate={asksPlate} lang={day.lang} />
      ))}
    </Page>
  )
}
