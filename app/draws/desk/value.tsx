import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isAtTheKeyboard } from '~/accounts/rules'
import { refused } from '~/decision'
import { Button } from '~/ui/button'
import { CheckboxField } from '~/ui/choices'
import { Field } from '~/ui/field'
import { UserText } from '~/ui/quote'
import { TextArea } from '~/ui/text-area'
import { allowedIn } from '~/web/access.server'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { atDraw, drawers } from '../desk-access.server'
import { shownOf } from '../document'
import { valueForm } from '../forms'
import { Refusal, type Why } from '../parts/refusal'
import { SourceFacts } from '../parts/source-facts'
import { drawTrail } from '../parts/trail'
import { mayEnterValue } from '../rules'
import { enterDrawnValue } from '../writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, day, draw, now } = await atDraw(context, params.id, drawers)
  const may = mayEnterValue(viewer, day, draw, now)
  if (!may.ok && may.why === 'sign-in-again') allowedIn(context, isAtTheKeyboard(viewer, now))
  return { day, draw: draw && shownOf(draw), why: may.ok ? null : may.why }
}

type Result = { state: FormState; why?: Why }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day } = await atDraw(context, params.id, drawers)
  const form = await readForm(request, valueForm, context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const drawn = await enterDrawnValue(viewer, day.id, form.value)
  if (drawn.ok) return redirectTo(`/open-days/${day.slug}/draw`)
  if (drawn.why === 'sign-in-again') allowedIn(context, refused(drawn.why))
  return conflict<Result>({ why: drawn.why, state: { values: form.values, errors: {} } })
}

export default function Value() {
  const { t } = useTranslation(['draws', 'open-days', 'web'])
  const { day, draw, why } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  const typed = (name: string) => ({ name, value: result?.state.values[name], error: errors.of(name), required: true })
  return (
    <Page
      title={t('desk.enter')}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      lead={t('desk.enter-lead')}
      errors={errors}
      trail={[...drawTrail(t, day), { label: t('title'), href: `/desk/open-days/${day.id}/draw` }]}
    >
      <Refusal why={result?.why ?? why} />
      {draw ? <SourceFacts lang={day.lang} draw={draw} /> : null}
      {why ? null : (
        <form method="post" action={address(`/desk/open-days/${day.id}/draw/value`)} className="form">
          <TextArea {...typed('value')} label={t('desk.value')} hint={t('desk.value-hint')} rows={3} />
          <Field {...typed('reference')} label={t('desk.reference')} hint={t('desk.reference-hint')} />
          <CheckboxField name="compared" label={t('desk.compared')} error={errors.of('compared')} required />
          <Button>{t('desk.draw')}</Button>
        </form>
      )}
    </Page>
  )
}
