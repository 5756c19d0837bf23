import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { shownDay, slotAt } from '../at-desk.server'
import { capacityForm, poolField } from '../desk-forms'
import { mayChangePlaces } from '../desk-rules'
import { DeskRefusal, type Refused } from '../parts/desk-refusal'
import { DeskSlot } from '../parts/desk-slot'
import { deskTrail } from '../parts/desk-trail'
import { setCapacity } from '../slot-writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { day, slot } = await slotAt(context, params)
  const may = mayChangePlaces(day, slot, day.now)
  return json({ day: shownDay(day), slot, refused: may.ok ? null : may })
}

type Result = { state: FormState; refused?: Refused; taken?: number }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day, slot } = await slotAt(context, params)
  const form = await readForm(request, capacityForm(slot.pools.map(({ id }) => id)), context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const wanted = slot.pools.map(({ id }) => ({ id, capacity: form.value[poolField(id)]! }))
  const set = await setCapacity(viewer, slot.id, wanted)
  if (set.ok) return redirectTo(`/desk/open-days/${day.id}/registrations?done=capacity-set`)
  const errors: FormState['errors'] = 'quotaId' in set ? { [poolField(set.quotaId)]: 'registrations:desk.error.below-taken' } : {}
  const taken = 'taken' in set ? set.taken : undefined
  return conflict<Result>({ state: { values: form.values, errors }, refused: taken === undefined ? set : undefined, taken })
}

export default function Capacity() {
  const { t } = useTranslation(['registrations', 'open-days', 'web'])
  const { day, slot, refused } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state, { taken: result?.taken })
  return (
    <Page
      title={t('desk.capacity.title')}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      lead={t('desk.capacity.lead')}
      trail={deskTrail(t, day)}
      errors={errors}
    >
      <DeskRefusal refused={result?.refused ?? refused} />
      <p>
        <DeskSlot slot={slot} />
      </p>
      {refused ? null : (
        <form method="post" action={address(`/desk/open-days/${day.id}/slots/${slot.id}/capacity`)} className="form" noValidate>
          {slot.pools.map(({ id, kind, group, capacity, taken }) => (
            <Field
              key={id}
              name={poolField(id)}
              label={group ? <UserText>{group}</UserText> : t(`open-days:place.${kind}`)}
              hint={t('desk.capacity.taken', { taken })}
              value={result?.state.values[poolField(id)] ?? capacity}
              error={errors.of(poolField(id))}
              width="short"
              inputMode="numeric"
              autoComplete="off"
              required
            />
          ))}
          <Button>{t('desk.capacity.do')}</Button>
        </form>
      )}
    </Page>
  )
}
