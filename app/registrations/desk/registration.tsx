import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ActionBar } from '~/ui/action-bar'
import { LinkButton } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { noStore, registrationAt, shownDay } from '../at-desk.server'
import { AboutRegistration } from '../parts/about-registration'
import { deskTrail } from '../parts/desk-trail'
import { ShowVisitor } from '../parts/show-visitor'
import { mayChange } from '../rules'

export const headers = () => noStore

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { day, one, mayManage } = await registrationAt(context, params, { managing: false })
  const mayEnd = mayManage && mayChange(one.state, one.slot, day.now).ok
  return json({ day: shownDay(day), one, mayManage, mayEnd }, { headers: noStore })
}

export default function Registration() {
  const { t } = useTranslation(['registrations', 'web'])
  const { day, one, mayManage, mayEnd } = useLoaderData<typeof loader>()
  const here = `/desk/open-days/${day.id}/registrations/${one.id}`
  return (
    <Page
      title={t('desk.one.title', { number: one.number })}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      trail={deskTrail(t, day)}
    >
      <AboutRegistration one={one} />
      {mayManage && one.name ? <ShowVisitor here={here} /> : null}
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
