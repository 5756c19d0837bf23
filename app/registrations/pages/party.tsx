import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { heldHeaders, notFound, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { partyForm } from '../forms'
import { NoSuchRegistration } from '../parts/no-such-registration'
import { PartyFields } from '../parts/party-fields'
import type { ShownVisit } from '../parts/shown-visit'
import { BackToVisit, endedOr, VisitAct, type WhyNotAct } from '../parts/visit-act'
import { neverFits } from '../registering.server'
import { visitFor } from '../visit.server'
import { changeParty } from '../writes.server'

export async function loader({ params }: LoaderFunctionArgs) {
  const visit = await visitFor(params.code)
  return json({ visit }, { status: visit ? 200 : 404 })
}

export const headers = () => heldHeaders
export const meta = () => [{ name: 'robots', content: 'noindex, nofollow' }]

type Refused = { state: FormState; why: WhyNotAct | null }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const visit = await visitFor(params.code)
  const pool = visit?.pools.find(({ id }) => id === visit.quotaId)
  if (!visit || !pool) throw notFound()
  const read = await readForm(request, partyForm(visit.day.partyMost), context)
  if (!read.ok) return unprocessable<Refused>({ state: read.state, why: null })
  const errors = neverFits({ pool, needs: visit.pools.filter(({ kind }) => kind !== 'seat') }, read.value)
  if (errors) return unprocessable<Refused>({ state: { values: read.values, errors }, why: null })
  const done = await changeParty(visit.code, read.value)
  if (done.ok) return redirectTo(`/registrations/${visit.code}`)
  return unprocessable<Refused>({ state: { values: read.values, errors: {} }, why: done.why })
}

export default function Party() {
  const { t } = useTranslation('registrations')
  const { visit } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const errors = useFormErrors(answer?.state)
  if (!visit) return <NoSuchRegistration />
  const ended = endedOr(visit)
  return (
    <VisitAct visit={visit} title={t('party.title')} why={ended ?? answer?.why} errors={errors}>
      {ended ? undefined : (
        <form className="form" method="post" action={address(`/registrations/${visit.code}/party`)} noValidate>
          <p>{t(visit.state === 'waiting' ? 'party.waiting' : 'party.more')}</p>
          <PartyFields
            partyMost={visit.day.partyMost}
            needs={visit.pools.map(({ kind }) => kind)}
            values={answer?.state.values ?? asTyped(visit)}
            errors={errors}
          />
          <ActionBar>
            <Button>{t('party.do')}</Button>
            <BackToVisit code={visit.code} label={t('party.back')} />
          </ActionBar>
        </form>
      )}
    </VisitAct>
  )
}

const asTyped = ({ size, wheelchairs, interpreter, quiet }: ShownVisit): Record<string, string> => ({
  size: String(size),
  wheelchairs: wheelchairs > 0 ? String(wheelchairs) : '',
  interpreter: interpreter ? 'on' : '',
  quiet: quiet ? 'on' : '',
})
