import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { namedDay } from '~/open-days/rules'
import { mayPublish } from '~/approval/rules'
import { dayOf } from '~/calendar/periods'
import { Button, LinkButton } from '~/ui/button'
import { Inset } from '~/ui/inset'
import { allowedIn } from '~/web/access.server'
import { address } from '~/web/address'
import { conflict, redirectTo } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { candidateFor } from '../candidate-reads.server'
import { atMaterial, atReport } from '../desk-access.server'
import { preparersOf } from '../desk-reads.server'
import { DeskPage } from '../parts/desk-page'
import type { Refused } from '../parts/refusal'
import { ReportView } from '../parts/report-view'
import { workOf } from '../rules'
import { publishReport } from '../writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, day, material } = await atMaterial(context, params.id, ['publisher'])
  const { missing, last } = material
  const may = mayPublish(viewer, workOf(day, last), { preparers: await preparersOf(day.id), missing, now: day.now })
  if (!may.ok && may.why === 'sign-in-again') allowedIn(context, may)
  return {
    day: namedDay(day),
    document: await candidateFor(day, material),
    today: dayOf(day.now, context.county.zone),
    refused: may.ok ? undefined : { ...may, missing },
  }
}

export async function action({ params, context }: ActionFunctionArgs) {
  const { viewer, day } = await atReport(context, params.id, ['publisher'])
  const published = await publishReport(viewer, day.id)
  if (!published.ok && published.why === 'sign-in-again') allowedIn(context, published)
  return published.ok ? redirectTo(`/open-days/${day.slug}/report`) : conflict<{ refused: Refused }>({ refused: published })
}

export default function Publication() {
  const { t } = useTranslation('visit-reports')
  const { day, document, today, refused } = useLoaderData<typeof loader>()
  const late = useActionData<typeof action>() as { refused: Refused } | undefined
  const at = `/desk/open-days/${day.id}/report`
  return (
    <DeskPage
      day={day}
      title={t('desk.check-and-publish')}
      lead={t('desk.publish-lead')}
      refused={late?.refused ?? refused}
      acts={
        refused && refused.why !== 'incomplete' ? null : (
          <LinkButton href={address(`${at}/return`)} variant="secondary">
            {t('desk.return')}
          </LinkButton>
        )
      }
    >
      <ReportView document={document} today={today} photosAt={`${at}/photo-files`} />
      {refused ? null : (
        <>
          <Inset>{t('desk.publish-warning')}</Inset>
          <form method="post" action={address(`${at}/publication`)}>
            <Button>{t('desk.publish')}</Button>
          </form>
        </>
      )}
    </DeskPage>
  )
}
