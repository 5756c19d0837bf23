import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/web/translation'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { UserText } from '~/ui/quote'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { noticeForm } from '../forms'
import { NoticeForm } from '../parts/notice-form'
import { Refusal, type Refused } from '../parts/refusal'
import { mayEdit, suggestedClosing } from '../rules'
import { saveNotice } from '../writes.server'
import { atDesk } from '../desk-access.server'
import { deskTrail } from '../parts/trail'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, c } = await atDesk(context, params.id, ['staff'])
  const may = mayEdit(viewer, c)
  const { zone } = context.county
  const { sourceText: _, ...notice } = c
  return { notice, earliest: suggestedClosing(c.opensAt, c.now, zone), refused: may.ok ? undefined : may }
}

type Result = { state: FormState; refused?: Refused }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, c } = await atDesk(context, params.id, ['staff'])
  const form = await readForm(request, noticeForm(context.county.zone), context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const saved = await saveNotice(viewer, c.id, form.value)
  if (!saved.ok) return conflict<Result>({ refused: saved, state: { values: form.values, errors: {} } })
  return redirectTo(`/desk/consultations/${c.id}`)
}

export default function Notice() {
  const { t } = useTranslation(['consultations', 'web'])
  const { notice, earliest, refused } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  return (
    <Page
      title={t('task.notice')}
      caption={<UserText lang={notice.lang}>{notice.title}</UserText>}
      errors={errors}
      trail={deskTrail(t, notice)}
    >
      <Refusal refused={result?.refused ?? refused} />
      {refused ? null : <NoticeForm notice={notice} typed={result?.state.values} errors={errors} earliest={earliest} />}
    </Page>
  )
}
