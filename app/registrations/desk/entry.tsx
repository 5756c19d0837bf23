import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Inset } from '~/ui/inset'
import { UserText } from '~/ui/quote'
import { useFormErrors } from '~/web/form-errors'
import { newFormKey } from '~/web/form-key.server'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, noStore, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { managingAt, shownDay } from '../at-desk.server'
import { entryForm } from '../desk-forms'
import { askedAtDesk, slotsAtDesk } from '../desk-reads.server'
import { entryOf, registrable } from '../entering.server'
import { DeskRefusal, type Refused } from '../parts/desk-refusal'
import { deskTrail } from '../parts/desk-trail'
import { DeskEntryForm } from '../parts/desk-entry-form'
import { registerParty } from '../register-writes.server'

export const headers = () => noStore

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { day } = await managingAt(context, params.id)
  const [slots, asked] = await Promise.all([slotsAtDesk(day.id), askedAtDesk(day.id)])
  const { partyMost, asksPhotoConsent } = day
  const on = { ...shownDay(day), partyMost, asksPhotoConsent, asked, slots: registrable(day, slots) }
  return json({ on, key: newFormKey() }, { headers: noStore })
}

type Result = { state: FormState; refused?: Refused }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day } = await managingAt(context, params.id)
  const [slots, asked] = await Promise.all([slotsAtDesk(day.id), askedAtDesk(day.id)])
  const form = await readForm(request, entryForm(day, asked), context)
  if (!form.ok) return unprocessable<Result>({ state: withFreshKey(form.state, Boolean(form.state.errors.key)) })
  const given = entryOf(viewer, day, registrable(day, slots), asked, form.value)
  const entered = given ? await registerParty(given) : ({ ok: false, why: 'no-such-place' } as const)
  if (entered.ok) {
    const { number, state } = entered
    return redirectTo(`/desk/open-days/${day.id}/registrations?done=entered&number=${number}&became=${state}`)
  }
  const state = withFreshKey({ values: form.values, errors: {} }, entered.why === 'other-body')
  return conflict<Result>({ state, refused: entered })
}

const withFreshKey = (state: FormState, spent: boolean): FormState =>
  spent ? { ...state, values: { ...state.values, key: newFormKey() } } : state

export default function Entry() {
  const { t } = useTranslation(['registrations', 'web'])
  const { on, key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state, { most: on.partyMost })
  return (
    <Page
      title={t('desk.entry.title')}
      caption={<UserText lang={on.lang}>{on.title}</UserText>}
      lead={t('desk.entry.lead')}
      trail={deskTrail(t, on)}
      errors={errors}
    >
      <DeskRefusal refused={result?.refused} />
      {on.slots.length === 0 ? (
        <p>{t('desk.entry.none')}</p>
      ) : (
        <>
          <Inset>{t('desk.entry.reach')}</Inset>
          <DeskEntryForm on={on} values={{ key, size: '1', ...result?.state.values }} errors={errors} />
        </>
      )}
    </Page>
  )
}
