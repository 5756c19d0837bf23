import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayDecide } from '~/approval/rules'
import { returnForm } from '~/consultations/forms'
import { Button } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { atDay } from '../desk-access.server'
import { preparersOf } from '../desk-reads.server'
import { Refusal, type Refused } from '../parts/refusal'
import { deskTrail } from '../parts/trail'
import { returnOpenDay } from '../writes.server'
import { namedDay } from '../rules'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, day } = await atDay(context, params.id, ['publisher'])
  const may = mayDecide(viewer, day, await preparersOf(day.id))
  return { day: namedDay(day), refused: may.ok ? undefined : may }
}

type Result = { state: FormState; refused?: Refused }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day } = await atDay(context, params.id, ['publisher'])
  const form = await readForm(request, returnForm, context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const returned = await returnOpenDay(viewer, day.id, form.value.why)
  if (!returned.ok) return conflict<Result>({ refused: returned, state: { values: form.values, errors: {} } })
  return redirectTo(`/desk/open-days/${day.id}`)
}

export default function Return() {
  const { t } = useTranslation(['open-days', 'web'])
  const { day, refused } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  return (
    <Page title={t('desk.return')} caption={<UserText lang={day.lang}>{day.title}</UserText>} errors={errors} trail={deskTrail(t, day)}>
      <Refusal refused={result?.refused ?? refused} />
      {refused ? null : (
        <form method="post" action={address(`/desk/open-days/${day.id}/return`)} className="form">
          <TextArea
            name="why"
            label={t('desk.return-why')}
            hint={t('desk.return-hint')}
            rows={5}
            value={result?.state.values.why}
            error={errors.of('why')}
            required
          />
          <Button>{t('desk.return')}</Button>
        </form>
      )}
    </Page>
  )
}
