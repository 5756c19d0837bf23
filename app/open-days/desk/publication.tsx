import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayPublish } from '~/approval/rules'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { Inset } from '~/ui/inset'
import { UserText } from '~/ui/quote'
import { allowedIn } from '~/web/access.server'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { atDay } from '../desk-access.server'
import { drawNamedFor, lacksOf, plannedFor, preparersOf } from '../desk-reads.server'
import { Preview } from '../parts/preview'
import { Refusal, type Refused } from '../parts/refusal'
import { deskTrail } from '../parts/trail'
import { publishOpenDay } from '../writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, day } = await atDay(context, params.id, ['publisher'])
  const [plan, preparers] = await Promise.all([plannedFor(day.id), preparersOf(day.id)])
  const [missing, draw] = await Promise.all([lacksOf(day, plan), drawNamedFor(day.id)])
  const may = mayPublish(viewer, day, { preparers, missing, now: day.now })
  if (!may.ok && may.why === 'sign-in-again') allowedIn(context, may)
  return { day, plan, draw, refused: may.ok ? undefined : { ...may, missing } }
}

export async function action({ params, context }: ActionFunctionArgs) {
  const { viewer, day } = await atDay(context, params.id, ['publisher'])
  const published = await publishOpenDay(viewer, day.id)
  if (!published.ok && published.why === 'sign-in-again') allowedIn(context, published)
  return published.ok ? redirectTo(`/desk/open-days/${day.id}`) : conflict<{ refused: Refused }>({ refused: published })
}

export default function Publication() {
  const { t } = useTranslation(['open-days', 'web'])
  const { day, plan, draw, refused } = useLoaderData<typeof loader>()
  const late = useActionData<typeof action>() as { refused: Refused } | undefined
  const at = (path: string) => address(`/desk/open-days/${day.id}${path}`)
  return (
    <Page
      title={t('desk.check-and-publish')}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      trail={deskTrail(t, day)}
      lead={t('desk.publish-lead', { person: day.preparedByName })}
    >
      <Refusal refused={late?.refused ?? refused} />
      <Preview day={day} plan={plan} draw={draw} />
      {refused ? null : <Inset>{t('desk.publish-warning')}</Inset>}
      <form method="post" action={at('/publication')}>
        <ActionBar>
          {refused ? null : <Button>{t('desk.publish')}</Button>}
          {refused && refused.why !== 'incomplete' ? null : (
            <LinkButton href={at('/return')} variant="secondary">
              {t('desk.return')}
            </LinkButton>
          )}
          <LinkButton href={at('')} variant="secondary">
            {t('desk.back')}
          </LinkButton>
        </ActionBar>
      </form>
    </Page>
  )
}
