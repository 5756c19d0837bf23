import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayEdit } from '~/approval/rules'
import { UserText } from '~/ui/quote'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { usePage } from '~/web/page'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { atDay } from '../desk-access.server'
import { campaignsForDesk, consultationsToLink } from '../desk-reads.server'
import { noticeForm } from '../forms'
import { asTyped, NoticeForm } from '../parts/notice-form'
import { Refusal, type Refused } from '../parts/refusal'
import { deskTrail } from '../parts/trail'
import { saveNotice } from '../writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, day } = await atDay(context, params.id, ['staff'])
  const may = mayEdit(viewer, day)
  const [campaigns, consultations] = await Promise.all([campaignsForDesk(), consultationsToLink(day.departmentId)])
  const { department: _department, campaign: _campaign, consultation: _consultation, ...notice } = day
  return {
    notice,
    campaigns: campaigns.map(({ id, title, lang }) => ({ id, title, lang })),
    consultations,
    refused: may.ok ? undefined : may,
  }
}

type Result = { state: FormState; refused?: Refused }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day } = await atDay(context, params.id, ['staff'])
  const form = await readForm(request, noticeForm(context.county.zone), context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const saved = await saveNotice(viewer, day.id, form.value)
  if (!saved.ok) return conflict<Result>({ refused: saved, state: { values: form.values, errors: {} } })
  return redirectTo(`/desk/open-days/${day.id}`)
}

export default function Notice() {
  const { t } = useTranslation(['open-days', 'web'])
  const { county } = usePage()
  const { notice, campaigns, consultations, refused } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  return (
    <Page
      title={t('desk.task.notice')}
      caption={<UserText lang={notice.lang}>{notice.title}</UserText>}
      errors={errors}
      trail={deskTrail(t, notice)}
    >
      <Refusal refused={result?.refused ?? refused} />
      {refused ? null : (
        <NoticeForm
          id={notice.id}
          values={result?.state.values ?? asTyped(notice, county.zone)}
          errors={errors}
          campaigns={campaigns}
          consultations={consultations}
        />
      )}
    </Page>
  )
}
