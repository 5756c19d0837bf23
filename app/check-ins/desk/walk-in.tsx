import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { Field } from '~/ui/field'
import { UserText } from '~/ui/quote'
import { RefusalNote } from '~/ui/refusal-note'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { newFormKey } from '~/web/form-key.server'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, noStore, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { gateOf } from '../at-gate.server'
import { walkInForm } from '../forms'
import { gateTrail } from '../parts/trail'
import { walkInPlaces } from '../reads.server'
import { admitWalkIn } from '../writes.server'

export const headers = () => noStore

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { day } = await gateOf(context, params.id)
  const places = await walkInPlaces(day.id)
  return json({ day: { id: day.id, title: day.title, lang: day.lang }, places, key: newFormKey() }, { headers: noStore })
}

type Refused = Extract<Awaited<ReturnType<typeof admitWalkIn>>, { ok: false }>
type Result = { state: FormState; refused?: Pick<Refused, 'why' | 'left'> }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day } = await gateOf(context, params.id)
  const form = await readForm(request, walkInForm, context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const { key, place, size, name } = form.value
  const [slotId, quotaId] = place
  const admitted = await admitWalkIn(viewer, day.id, { slotId, quotaId, size, name, formKey: key })
  if (!admitted.ok) return conflict<Result>({ refused: admitted, state: { values: form.values, errors: {} } })
  return redirectTo(`/desk/open-days/${day.id}/check-in?scan=${admitted.scan.id}`)
}

export default function WalkIn() {
  const { t } = useTranslation(['check-ins', 'web'])
  const { day, places, key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const values = result?.state.values
  const errors = useFormErrors(result?.state)
  const refused = result?.refused
  return (
    <Page
      title={t('walk-in.title')}
      caption={<bdi lang={day.lang}>{day.title}</bdi>}
      lead={t('walk-in.lead')}
      trail={gateTrail(t, day)}
      errors={errors}
    >
      {refused ? <RefusalNote why={t(`walk-in.why.${refused.why}`, { count: refused.left })} /> : null}
      {places.length === 0 ? (
        <p>{t('walk-in.none')}</p>
      ) : (
        <form className="form" method="post" action={address(`/desk/open-days/${day.id}/walk-in`)} noValidate>
          <input type="hidden" name="key" value={values?.key && !errors.of('key') ? values.key : key} />
          <RadioGroup
            name="place"
            legend={t('walk-in.place')}
            error={errors.of('place')}
            value={values?.place ?? (places.length === 1 ? `${places[0]!.id}-${places[0]!.quotaId}` : undefined)}
            required
            options={places.map(({ id, quotaId, name, position, group, free }) => ({
              value: `${id}-${quotaId}`,
              label: (
                <UserText lang={day.lang}>{[name || t('slot-number', { number: position }), group].filter(Boolean).join(' · ')}</UserText>
              ),
              note: t('walk-in.left', { count: free }),
            }))}
          />
          <Field
            name="size"
            label={t('walk-in.size')}
            value={values?.size}
            error={errors.of('size')}
            width="short"
            inputMode="numeric"
            autoComplete="off"
            required
          />
          <Field
            name="name"
            label={t('walk-in.name')}
            hint={t('walk-in.name-hint')}
            value={values?.name}
            error={errors.of('name')}
            autoComplete="off"
            required
          />
          <Button>{t('walk-in.do')}</Button>
          <p className="hint">{t('walk-in.kept')}</p>
        </form>
      )}
    </Page>
  )
}
