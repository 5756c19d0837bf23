import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { namedDay } from '~/open-days/rules'
import { maySubmit } from '~/approval/rules'
import { dayOf } from '~/calendar/periods'
import { Button } from '~/ui/button'
import { address } from '~/web/address'
import { conflict, redirectTo } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { candidateFor } from '../candidate-reads.server'
import { atMaterial, atReport } from '../desk-access.server'
import { DeskPage } from '../parts/desk-page'
import type { Refused } from '../parts/refusal'
import { ReportView } from '../parts/report-view'
import { workOf } from '../rules'
import { submitReport } from '../writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, day, material } = await atMaterial(context, params.id, ['staff'])
  const may = maySubmit(viewer, workOf(day, material.last), material.missing)
  return {
    day: namedDay(day),
    document: await candidateFor(day, material),
    today: dayOf(day.now, context.county.zone),
    refused: may.ok ? undefined : { ...may, missing: material.missing },
  }
}

export async function action({ params, context }: ActionFunctionArgs) {
  const { viewer, day } = await atReport(context, params.id, ['staff'])
  const asked = await submitReport(viewer, day.id)
  return asked.ok ? redirectTo(`/desk/open-days/${day.id}/report`) : conflict<{ refused: Refused }>({ refused: asked })
}

export default function ApprovalRequest() {
  const { t } = useTranslation('visit-reports')
  const { day, document, today, refused } = useLoaderData<typeof loader>()
  const late = useActionData<typeof action>() as { refused: Refused } | undefined
  const at = `/desk/open-days/${day.id}/report`
  return (
    <DeskPage day={day} title={t('desk.ask-approval')} lead={t('desk.ask-approval-lead')} refused={late?.refused ?? refused}>
      <ReportView document={document} today={today} photosAt={`${at}/photo-files`} />
      {refused ? null : (
        <form method="post" action={address(`${at}/approval-request`)}>
          <Button>{t('desk.ask-approval')}</Button>
        </form>
      )}
    </DeskPage>
  )
}
