import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/web/translation'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { Inset } from '~/ui/inset'
import { allowedIn } from '~/web/access.server'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { UserText } from '~/ui/quote'
import { conflict, redirectTo } from '~/web/responses.server'
import { Preview } from '../parts/preview'
import { Refusal, type Refused } from '../parts/refusal'
import { articlesOf, commentableUnits, filesOf, preparersOf } from '../reads.server'
import { mayPublish, missingIn } from '../rules'
import { publishConsultation } from '../writes.server'
import { atDesk } from '../desk-access.server'
import { deskTrail } from '../parts/trail'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, c } = await atDesk(context, params.id, ['publisher'])
  const [articles, files, units, preparers] = await Promise.all([
    articlesOf(c.id),
    filesOf(c.id),
    commentableUnits(c.id),
    preparersOf(c.id),
  ])
  const missing = missingIn(c, units, c.now, context.county.zone)
  const may = mayPublish(viewer, c, { preparers, missing, now: c.now })
  if (!may.ok && may.why === 'sign-in-again') allowedIn(context, may)
  const { sourceText: _, ...notice } = c
  return { c: notice, articles, files, refused: may.ok ? undefined : { ...may, missing } }
}

export async function action({ params, context }: ActionFunctionArgs) {
  const { viewer, c } = await atDesk(context, params.id, ['publisher'])
  const published = await publishConsultation(viewer, c.id, context.county.zone)
  if (!published.ok && published.why === 'sign-in-again') allowedIn(context, published)
  return published.ok ? redirectTo(`/consultations/${c.slug}`) : conflict<{ refused: Refused }>({ refused: published })
}

export default function Publication() {
  const { t } = useTranslation(['consultations', 'web'])
  const { c, articles, files, refused } = useLoaderData<typeof loader>()
  const late = useActionData<typeof action>() as { refused: Refused } | undefined
  const at = (path: string) => address(`/desk/consultations/${c.id}${path}`)
  return (
    <Page
      title={t('desk.check-and-publish')}
      caption={<UserText lang={c.lang}>{c.title}</UserText>}
      trail={deskTrail(t, c)}
      lead={t('desk.publish-lead', { person: c.preparedByName })}
    >
      <Refusal refused={late?.refused ?? refused} />
      <Preview c={c} articles={articles} files={files} />
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
