import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dayOf } from '~/calendar/periods'
import { namedDay } from '~/open-days/rules'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { noStore, notFound } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { partyAt } from '../at-desk.server'
import { partyTrail } from '../parts/desk-trail'
import { ShowDetails } from '../parts/show-details'
import { ShownPeople } from '../parts/shown-people'
import { shownDetails } from '../reads.server'
import { revealDetails } from '../writes.server'

export const headers = () => noStore

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { day, one } = await partyAt(context, params)
  return json({ day: namedDay(day), asksPlate: day.asksPlate, one: { id: one.id, number: one.number } }, { headers: noStore })
}

/** Asked for by POST, because looking is an act that is recorded. */
export async function action({ params, context }: ActionFunctionArgs) {
  const { viewer, day, one } = await partyAt(context, params)
  const details = await revealDetails(viewer, day, { id: one.id, slotId: one.slot.id, number: one.number })
  if (!details) throw notFound()
  return json({ details: shownDetails(details, dayOf(one.slot.startsAt, context.county.zone), true) })
}

export default function Details() {
  const { t } = useTranslation(['party-details', 'registrations', 'web'])
  const { day, one, asksPlate } = useLoaderData<typeof loader>()
  const shown = useActionData<typeof action>()
  const here = `/desk/open-days/${day.id}/registrations/${one.id}`
  return (
    <Page
      title={t('desk.title', { number: one.number })}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      trail={partyTrail(t, day, one)}
    >
      {shown ? (
        <Section title={t('desk.members')} more={{ href: address(here), label: t('desk.hide') }}>
          <ShownPeople of={shown.details} asksPlate={asksPlate} />
        </Section>
      ) : (
        <ShowDetails here={here} />
      )}
    </Page>
  )
}
