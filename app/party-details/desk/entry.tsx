import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { namedDay } from '~/open-days/rules'
import { Notification } from '~/ui/notification'
import { UserText } from '~/ui/quote'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, noStore, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { partyAt } from '../at-desk.server'
import { askingFor } from '../filling.server'
import { detailsForm } from '../forms'
import { DetailsForm } from '../parts/details-form'
import { partyTrail } from '../parts/desk-trail'
import { usePersonErrors } from '../parts/person-errors'
import { mayFill } from '../rules'
import { fillInDetails } from '../writes.server'

export const headers = () => noStore

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { day, one } = await partyAt(context, params)
  const { asksIdentity, asksBirthDate, asksPlate } = day
  const may = mayFill(one.state, one.slot, day.now)
  const asks = { asksIdentity, asksBirthDate, asksPlate }
  const { id, number, size } = one
  return json({ day: namedDay(day), one: { id, number, size }, asks, why: may.ok ? null : may.why }, { headers: noStore })
}

type Refused = { state: FormState; why: Extract<Awaited<ReturnType<typeof fillInDetails>>, { ok: false }>['why'] | null }

/** For those who phone or come to the counter. Nothing that was told before is shown to the clerk or kept. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day, one } = await partyAt(context, params)
  const asking = askingFor({ size: one.size, day, slot: one.slot, now: day.now, zone: context.county.zone })
  const read = await readForm(request, detailsForm(asking), context)
  if (!read.ok) return unprocessable<Refused>({ state: read.state, why: null })
  const done = await fillInDetails({ id: one.id, viewer }, read.value)
  if (done.ok) return redirectTo(`/desk/open-days/${day.id}/registrations/${one.id}`)
  return conflict<Refused>({ state: { values: read.values, errors: {} }, why: done.why })
}

export default function Entry() {
  const { t } = useTranslation(['party-details', 'registrations', 'web'])
  const { day, one, asks, ...loaded } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as Refused | undefined
  const errors = usePersonErrors(useFormErrors(answer?.state))
  const why = answer?.why ?? loaded.why
  const here = `/desk/open-days/${day.id}/registrations/${one.id}`
  return (
    <Page
      title={t('desk.entry-title', { number: one.number })}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      lead={t('desk.entry-lead')}
      trail={partyTrail(t, day, one)}
      errors={errors}
    >
      {why ? <Notification tone="warning" title={t(`refused.${why}`)} announce /> : null}
      {loaded.why ? null : (
        <DetailsForm
          action={`${here}/details/entry`}
          size={one.size}
          asks={asks}
          values={answer?.state.values ?? {}}
          hints={{}}
          errors={errors}
          consent={t('desk.entry-consent')}
          back={{ href: here, label: t('desk.back') }}
        />
      )}
    </Page>
  )
}
