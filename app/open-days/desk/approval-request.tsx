import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { maySubmit } from '~/approval/rules'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { atDay } from '../desk-access.server'
import { drawNamedFor, lacksOf, plannedFor } from '../desk-reads.server'
import { Preview } from '../parts/preview'
import { Refusal, type Refused } from '../parts/refusal'
import { deskTrail } from '../parts/trail'
import { requestApproval } from '../writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, day } = await atDay(context, params.id, ['staff'])
  const plan = await plannedFor(day.id)
  const [missing, draw] = await Promise.all([lacksOf(day, plan), drawNamedFor(day.id)])
  const may = maySubmit(viewer, day, missing)
  return { day, plan, draw, refused: may.ok ? undefined : { ...may, missing } }
}

export async function action({ params, context }: ActionFunctionArgs) {
  const { viewer, day } = await atDay(context, params.id, ['staff'])
  const asked = await requestApproval(viewer, day.id)
  return asked.ok ? redirectTo(`/desk/open-days/${day.id}`) : conflict<{ refused: Refused }>({ refused: asked })
}

export default function ApprovalRequest() {
  const { t } = useTranslation(['open-days', 'web'])
  const { day, plan, draw, refused } = useLoaderData<typeof loader>()
  const late = useActionData<typeof action>() as { refused: Refused } | undefined
  const at = (path: string) => address(`/desk/open-days/${day.id}${path}`)
  return (
    <Page
      title={t('desk.ask-approval')}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      trail={deskTrail(t, day)}
      lead={t('desk.ask-approval-lead')}
    >
      <Refusal refused={late?.refused ?? refused} />
      <Preview day={day} plan={plan} draw={draw} />
      <form method="post" action={at('/approval-request')}>
        <ActionBar>
          {refused ? null : <Button>{t('desk.ask-approval')}</Button>}
          <LinkButton href={at('')} variant="secondary">
            {t('desk.back')}
          </LinkButton>
        </ActionBar>
      </form>
    </Page>
  )
}
