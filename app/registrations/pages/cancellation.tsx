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
import { cancelRegistration } from '../writes.server'

export async function loader({ params }: LoaderFunctionArgs) {
  const visit = await visitFor(params.code)
  return json({ visit }, { status: visit ? 200 : 404 })
}

export const headers = () => heldHeaders
export const meta = () => [{ name: 'robots', content: 'noindex, nofollow' }]

export async function action({ params }: ActionFunctionArgs) {
  const done = await cancelRegistration(params.code ?? '')
  return done.ok ? redirectTo(`/registrations/${params.code}`) : conflict({ why: done.why })
}

/** Asks once more: the places go to somebody else at once. */
export default function Cancellation() {
  const { t } = useTranslation('registrations')
  const { visit } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  if (!visit) return <NoSuchRegistration />
  const why = visit.mayChange ? null : (refusal?.why ?? endedOr(visit))
  const asked = visit.state as 'confirmed' | 'offered' | 'waiting' | 'applied'
  return (
    <VisitAct visit={visit} title={t('cancellation.title')} heading={why ? undefined : t(`cancellation.sure.${asked}`)} why={why}>
      {why ? undefined : (
        <form method="post" action={address(`/registrations/${visit.code}/cancellation`)}>
          <p>{t('cancellation.means')}</p>
          <ActionBar>
            <Button variant="warning">{t('cancellation.do')}</Button>
            <BackToVisit code={visit.code} label={t('cancellation.keep')} />
          </ActionBar>
        </form>
      )}
    </VisitAct>
  )
}
