import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ActionBar } from '~/ui/action-bar'
import { LinkButton } from '~/ui/button'
import { Notification } from '~/ui/notification'
import { Pagination } from '~/ui/pagination'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { noStore } from '~/web/responses.server'
import { registrationsAt, shownDay } from '../at-desk.server'
import { cursorText, listQuery } from '../desk-forms'
import { registrationsPage, slotsAtDesk } from '../desk-reads.server'
import { invitedGroupsOf } from '../invitation-reads.server'
import { deskTrail } from '../parts/desk-trail'
import { ListFilter } from '../parts/list-filter'
import { RegistrationsTable } from '../parts/registrations-table'
import { SlotsTable } from '../parts/slots-table'

export const headers = () => noStore

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { day, mayManage } = await registrationsAt(context, params.id)
  const query = listQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [page, slots, invited] = await Promise.all([registrationsPage(day.id, query), slotsAtDesk(day.id), invitedGroupsOf(day.id)])
  const { after, ...asked } = query
  return json(
    {
      day: { ...shownDay(day), cancelled: day.cancelledAt !== null, invites: invited.length > 0 },
      mayManage,
      slots,
      rows: page.rows,
      next: cursorText(page.next),
      further: after !== undefined,
      ...asked,
    },
    { headers: noStore },
  )
}

export default function Registrations() {
  const { t } = useTranslation(['registrations', 'web'])
  const { day, mayManage, slots, rows, next, further, slot, state } = useLoaderData<typeof loader>()
  const here = `/desk/open-days/${day.id}/registrations`
  return (
    <Page
      title={t('desk.title')}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      lead={t('desk.lead')}
      trail={deskTrail(t, day, { below: false })}
      wide
    >
      <Done />
      {mayManage ? <Work day={day} /> : null}
      <Section title={t('desk.slots')} lead={t('desk.slots-lead')}>
        <SlotsTable slots={slots} dayId={day.id} mayManage={mayManage} />
      </Section>
      <Section title={t('desk.list')} id="list">
        <ListFilter here={here} slots={slots} slot={slot} state={state} />
        <RegistrationsTable rows={rows} here={here} />
        <Pagination
          label={t('desk.pages')}
          previous={further ? { href: address(here, { slot, state }), label: t('desk.newest') } : null}
          next={next ? { href: address(here, { slot, state, after: next }), label: t('desk.more') } : null}
        />
      </Section>
    </Page>
  )
}

function Work({ day }: { day: { id: number; choosing: string; cancelled: boolean; invites: boolean } }) {
  const { t } = useTranslation('registrations')
  const here = `/desk/open-days/${day.id}/registrations`
  const review = day.choosing === 'review'
  return (
    <ActionBar>
      {review ? <LinkButton href={address(`${here}/review`)}>{t('desk.do.review')}</LinkButton> : null}
      <LinkButton href={address(`${here}/entry`)} variant={review ? 'secondary' : 'primary'}>
        {t('desk.do.entry')}
      </LinkButton>
      <LinkButton href={address(`${here}/export`)} variant="secondary">
        {t('desk.do.export')}
      </LinkButton>
      {day.invites ? (
        <LinkButton href={address(`/desk/open-days/${day.id}/invitations`)} variant="secondary">
          {t('desk.do.invitations')}
        </LinkButton>
      ) : null}
      {day.cancelled ? null : (
        <LinkButton href={address(`/desk/open-days/${day.id}/cancellation`)} variant="secondary">
          {t('desk.do.day-cancellation')}
        </LinkButton>
      )}
    </ActionBar>
  )
}

/** What was just done, as the page it was done on said in the address. */
function Done() {
  const { t } = useTranslation('registrations')
  const { done, number, became } = useLoaderData<typeof loader>()
  if (!done) return null
  const state = became ? t(`desk.state.${became}`) : ''
  return <Notification announce tone="success" title={t(`desk.done.${done}`, { number, state })} />
}
