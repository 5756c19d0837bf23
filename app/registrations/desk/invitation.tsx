import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { SummaryList } from '~/ui/summary-list'
import { address, fullAddress } from '~/web/address'
import { Page } from '~/web/page-layout'
import { noStore, notFound } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { shownDay } from '../at-desk.server'
import { revealInvitation } from '../invitation-writes.server'
import { invitationAt } from '../inviting.server'
import { deskTrail } from '../parts/desk-trail'
import { useMinute } from '../parts/desk-slot'
import { InvitationState } from '../parts/invitation-state'

export const headers = () => noStore

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { day, one } = await invitationAt(context, params)
  return json({ day: shownDay(day), one }, { headers: noStore })
}

/** Asked for by POST, because looking is an act that is recorded. */
export async function action({ params, context }: ActionFunctionArgs) {
  const { viewer, day, one } = await invitationAt(context, params)
  const shown = await revealInvitation(viewer, day, one.id)
  if (!shown) throw notFound()
  return json({ ...shown, url: fullAddress(context.origin, `/open-days/${day.slug}/invitation/${shown.code}`) })
}

export default function Invitation() {
  const { t } = useTranslation(['registrations', 'web'])
  const { day, one } = useLoaderData<typeof loader>()
  const shown = useActionData<typeof action>()
  const minute = useMinute()
  const here = `/desk/open-days/${day.id}/invitations`
  const unused = one.number === null && !one.revokedAt
  return (
    <Page
      title={t('desk.invite.one', { nth: one.nth })}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      trail={deskTrail(t, day)}
    >
      <SummaryList
        items={[
          { key: t('desk.invite.column.who'), value: <UserText>{shown?.note ?? (one.note || t('desk.gone'))}</UserText> },
          { key: t('desk.invite.column.group'), value: <UserText lang={day.lang}>{one.group}</UserText> },
          { key: t('desk.invite.contact'), value: shown?.contact || one.contact || '—' },
          { key: t('desk.invite.column.state'), value: <InvitationState of={one} dayId={day.id} /> },
          { key: t('desk.invite.column.issued'), value: <time dateTime={one.issuedAt}>{minute(one.issuedAt)}</time> },
          ...(shown
            ? [
                { key: t('desk.invite.code'), value: <strong>{shown.code}</strong> },
                { key: t('desk.invite.address'), value: <bdi className="user-inline">{shown.url}</bdi> },
              ]
            : []),
        ]}
      />
      {unused && !shown && one.note ? (
        <form method="post" action={address(`${here}/${one.id}`)} className="stack">
          <p className="hint" id="show-hint">
            {t('desk.invite.show-hint')}
          </p>
          <div>
            <Button aria-describedby="show-hint">{t('desk.invite.show')}</Button>
          </div>
        </form>
      ) : null}
      {unused ? (
        <form method="post" action={address(`${here}/${one.id}/revocation`)}>
          <Button variant="warning">{t('desk.invite.revoke')}</Button>
        </form>
      ) : null}
      <p>
        <a href={address(here)}>{t('desk.invite.back')}</a>
      </p>
    </Page>
  )
}
