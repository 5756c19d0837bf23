import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { address } from '~/web/address'
import { conflict, heldHeaders, redirectTo } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { NoSuchRegistration } from '../parts/no-such-registration'
import { BackToVisit, endedOr, VisitAct } from '../parts/visit-act'
import { visitFor } from '../visit.server'
import { acceptOffer } from '../writes.server'

export async function loader({ params }: LoaderFunctionArgs) {
  const visit = await visitFor(params.code)
  return json({ visit }, { status: visit ? 200 : 404 })
}

export const headers = () => heldHeaders
export const meta = () => [{ name: 'robots', content: 'noindex, nofollow' }]

export async function action({ params }: ActionFunctionArgs) {
  const done = await acceptOffer(params.code ?? '')
  return done.ok ? redirectTo(`/registrations/${params.code}`) : conflict({ why: done.why })
}

export default function Acceptance() {
  const { t } = useTranslation('registrations')
  const { visit } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  if (!visit) return <NoSuchRegistration />
  const why = visit.mayAccept ? null : (refusal?.why ?? endedOr(visit) ?? 'not-offered')
  return (
    <VisitAct visit={visit} title={t('visit.offer.title')} why={why}>
      {why ? undefined : (
        <form method="post" action={address(`/registrations/${visit.code}/acceptance`)}>
          <ActionBar>
            <Button>{t('visit.offer.accept')}</Button>
            <BackToVisit code={visit.code} />
          </ActionBar>
        </form>
      )}
    </VisitAct>
  )
}
