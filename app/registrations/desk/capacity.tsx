import { json, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { placesLacked } from '~/open-days/rules'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { Fieldset } from '~/ui/fieldset'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { shownDay, slotAt } from '../at-desk.server'
import { capacityForm, newPoolField, poolField } from '../desk-forms'
import { groupsAtDesk } from '../desk-reads.server'
import { mayChangePlaces } from '../desk-rules'
import { DeskRefusal, type Refused } from '../parts/desk-refusal'
import { DeskSlot } from '../parts/desk-slot'
import { deskTrail } from '../parts/desk-trail'
import { setCapacity } from '../slot-writes.server'

/** The slot with what it has no places of yet. */
async function placesAt(context: AppLoadContext, params: LoaderFunctionArgs['params']) {
  const found = await slotAt(context, params)
  const groups = await groupsAtDesk(found.day.id)
  const ids = groups.map(({ id }) => id)
  const nameOf = (groupId: number | null) => groups.find(({ id }) => id === groupId)?.name ?? null
  return { ...found, lacked: placesLacked(ids, found.slot.pools).map((place) => ({ ...place, group: nameOf(place.groupId) })) }
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { day, slot, lacked } = await placesAt(context, params)
  const may = mayChangePlaces(day, slot, day.now)
  return json({ day: shownDay(day), slot, lacked, refused: may.ok ? null : may })
}

type Result = { state: FormState; refused?: Refused; taken?: number }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day, slot, lacked } = await placesAt(context, params)
  const schema = capacityForm(
    slot.pools.map(({ id }) => id),
    lacked.map(({ kind, groupId }) => ({ kind, groupId })),
  )
  const form = await readForm(request, schema, context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const set = await setCapacity(viewer, slot.id, form.value.wanted, form.value.added)
  if (set.ok) return redirectTo(`/desk/open-days/${day.id}/registrations?done=capacity-set`)
  const errors: FormState['errors'] = 'quotaId' in set ? { [poolField(set.quotaId)]: 'registrations:desk.error.below-taken' } : {}
  const taken = 'taken' in set ? set.taken : undefined
  return conflict<Result>({ state: { values: form.values, errors }, refused: taken === undefined ? set : undefined, taken })
}

export default function Capacity() {
  const { t } = useTranslation(['registrations', 'open-days', 'web'])
  const { day, slot, lacked, refused } = useLoaderData<typeof loader>()
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
          {lacked.length > 0 ? (
            <Fieldset id="lacked" legend={t('desk.capacity.lacked')} hint={t('desk.capacity.lacked-hint')}>
              {lacked.map((place) => (
                <Field
                  key={newPoolField(place)}
                  name={newPoolField(place)}
                  label={place.group ? <UserText lang={day.lang}>{place.group}</UserText> : t(`open-days:place.${place.kind}`)}
                  value={result?.state.values[newPoolField(place)]}
                  error={errors.of(newPoolField(place))}
                  width="short"
                  inputMode="numeric"
                  autoComplete="off"
                />
              ))}
            </Fieldset>
          ) : null}
          <Button>{t('desk.capacity.do')}</Button>
        </form>
      )}
    </Page>
  )
}
