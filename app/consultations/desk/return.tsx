import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/web/translation'
import { Button } from '~/ui/button'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { UserText } from '~/ui/quote'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { returnForm } from '../forms'
import { Refusal, type Refused } from '../parts/refusal'
import { preparersOf } from '../reads.server'
import { mayDecide } from '../rules'
import { returnConsultation } from '../writes.server'
import { atDesk } from '../desk-access.server'
import { deskTrail } from '../parts/trail'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, c } = await atDesk(context, params.id, ['publisher'])
  const may = mayDecide(viewer, c, await preparersOf(c.id))
  return { id: c.id, title: c.title, lang: c.lang, refused: may.ok ? undefined : may }
}

type Result = { state: FormState; refused?: Refused }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, c } = await atDesk(context, params.id, ['publisher'])
  const form = await readForm(request, returnForm, context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const returned = await returnConsultation(viewer, c.id, form.value.why)
  if (!returned.ok) return conflict<Result>({ refused: returned, state: { values: form.values, errors: {} } })
  return redirectTo(`/desk/consultations/${c.id}`)
}

export default function Return() {
  const { t } = useTranslation(['consultations', 'web'])
  const { id, title, lang, refused } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  return (
    <Page
      title={t('desk.return')}
      caption={<UserText lang={lang}>{title}</UserText>}
      errors={errors}
      trail={deskTrail(t, { id, title, lang })}
    >
      <Refusal refused={result?.refused ?? refused} />
      {refused ? null : (
        <form method="post" action={address(`/desk/consultations/${id}/return`)} className="form">
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
