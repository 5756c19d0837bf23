import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/web/translation'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { UserText } from '~/ui/quote'
import { conflict, redirectTo } from '~/web/responses.server'
import { Preview } from '../parts/preview'
import { Refusal, type Refused } from '../parts/refusal'
import { articlesOf, commentableUnits, filesOf } from '../reads.server'
import { maySubmit, missingIn } from '../rules'
import { requestApproval } from '../writes.server'
import { atDesk } from '../desk-access.server'
import { deskTrail } from '../parts/trail'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, c } = await atDesk(context, params.id, ['staff'])
  const [articles, files, units] = await Promise.all([articlesOf(c.id), filesOf(c.id), commentableUnits(c.id)])
  const missing = missingIn(c, units, c.now, context.county.zone)
  const may = maySubmit(viewer, c, missing)
  const { sourceText: _, ...notice } = c
  return { c: notice, articles, files, refused: may.ok ? undefined : { ...may, missing } }
}

export async function action({ params, context }: ActionFunctionArgs) {
  const { viewer, c } = await atDesk(context, params.id, ['staff'])
  const asked = await requestApproval(viewer, c.id, context.county.zone)
  return asked.ok ? redirectTo(`/desk/consultations/${c.id}`) : conflict<{ refused: Refused }>({ refused: asked })
}

export default function ApprovalRequest() {
  const { t } = useTranslation(['consultations', 'web'])
  const { c, articles, files, refused } = useLoaderData<typeof loader>()
  const late = useActionData<typeof action>() as { refused: Refused } | undefined
  const at = (path: string) => address(`/desk/consultations/${c.id}${path}`)
  return (
    <Page
      title={t('desk.ask-approval')}
      caption={<UserText lang={c.lang}>{c.title}</UserText>}
      trail={deskTrail(t, c)}
      lead={t('desk.ask-approval-lead')}
    >
      <Refusal refused={late?.refused ?? refused} />
      <Preview c={c} articles={articles} files={files} />
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
