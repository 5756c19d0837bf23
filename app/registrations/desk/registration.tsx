import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '~/calendar/periods'
import { DetailsAtDesk } from '~/party-details/parts/details-at-desk'
import { detailsOf, isFilledIn, shownDetails } from '~/party-details/reads.server'
import { asksAnything, mayFill } from '~/party-details/rules'
import { ActionBar } from '~/ui/action-bar'
import { LinkButton } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { noStore } from '~/web/responses.server'
import { registrationAt, shownDay } from '../at-desk.server'
import { AboutRegistration } from '../parts/about-registration'
import { deskTrail } from '../parts/desk-trail'
import { ShowVisitor } from '../parts/show-visitor'
import { mayChange } from '../rules'

export const headers = () => noStore

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { day, one, mayManage } = await registrationAt(context, params, { managing: false })
  const mayEnd = mayManage && mayChange(one.state, one.slot, day.now).ok
  const details = await detailsFor(day, one, context.county.zone)
  return json({ day: shownDay(day), one, mayManage, mayEnd, details }, { headers: noStore })
}

type At = Awaited<ReturnType<typeof registrationAt>>

/** Masked; null where nothing is asked, or not yet. */
async function detailsFor(day: At['day'], one: At['one'], zone: string) {
  if (!asksAnything(day) || one.state !== 'confirmed') return null
  const [found, filledIn] = await Promise.all([detailsOf([one.id]), isFilledIn(one.id, one.size)])
  const told = found.get(one.id)
  return {
    filledIn,
    details: told ? shownDetails(told, dayOf(one.slot.startsAt, zone), false) : null,
    asksPlate: day.asksPlate,
    mayFill: mayFill(one.state, one.slot, day.now).ok,
  }
}

export default function Registration() {
  const { t } = useTranslation(['registrations', 'web'])
  const { day, one, mayManage, mayEnd, details } = useLoaderData<typeof loader>()
  const here = `/desk/open-days/${day.id}/registrations/${one.id}`
  return (
    <Page
      title={t('desk.one.title', { number: one.number })}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      trail={deskTrail(t, day)}
    >
      <AboutRegistration one={one} />
      {mayManage && one.name ? <ShowVisitor here={here} /> : null}
      {details ? <DetailsAtDesk here={here} mayManage={mayManage} {...details} /> : null}
      {mayEnd ? (
        <ActionBar>
          {one.state === 'waiting' ? (
            <LinkButton href={address(`${here}/waiting-place`)} variant="secondary">
              {t('desk.one.rank')}
            </LinkButton>
          ) : null}
          <LinkButton href={address(`${here}/cancellation`)} variant="secondary">
            {t('desk.one.cancel')}
          </LinkButton>
        </ActionBar>
      ) : null}
    </Page>
  )
}
