import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActionBar } from '~/ui/action-bar'
import { LinkButton } from '~/ui/button'
import { Notification } from '~/ui/notification'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { atDraw, drawers } from '../desk-access.server'
import { shownOf } from '../document'
import { sourceForm } from '../forms'
import { DrawSteps } from '../parts/draw-steps'
import { Refusal, type Why } from '../parts/refusal'
import { SourceFacts } from '../parts/source-facts'
import { SourceForm } from '../parts/source-form'
import { drawTrail } from '../parts/trail'
import { mayEnterValue, mayNameSource, stageOfDraw } from '../rules'
import { nameSource } from '../writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, day, draw, now } = await atDraw(context, params.id)
  const naming = mayNameSource(viewer, day, draw, now)
  const entering = mayEnterValue(viewer, day, draw, now)
  return {
    day,
    draw: draw && shownOf(draw),
    stage: stageOfDraw(draw, now),
    mayName: naming.ok,
    mayEnter: entering.ok || entering.why === 'sign-in-again',
  }
}

type Result = { state: FormState; why?: Why }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day } = await atDraw(context, params.id, drawers)
  const form = await readForm(request, sourceForm(context.county.zone), context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const named = await nameSource(viewer, day.id, form.value)
  if (!named.ok) return conflict<Result>({ why: named.why, state: { values: form.values, errors: {} } })
  return redirectTo(`/desk/open-days/${day.id}/draw`)
}

export default function DeskDraw() {
  const { t } = useTranslation(['draws', 'open-days', 'web'])
  const { day, draw, stage, mayName } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  const isDraw = day.choosing === 'draw'
  return (
    <Page
      title={t('title')}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      lead={t('desk.lead')}
      errors={errors}
      trail={drawTrail(t, day)}
    >
      <Refusal why={result?.why ?? (!isDraw ? 'not-a-draw' : day.cancelledAt ? 'cancelled' : null)} />
      {isDraw ? <DrawSteps stage={stage} draw={draw} /> : null}
      {isDraw && !day.cancelledAt ? <Notification tone={stage === 'missed' ? 'warning' : 'info'} title={t(`now.${stage}`)} /> : null}
      {draw ? <SourceFacts lang={day.lang} draw={draw} /> : null}
      <Ways />
      {mayName ? <SourceForm day={day} draw={draw} typed={result?.state.values} errors={errors} /> : null}
    </Page>
  )
}

/** To what comes next, and to what everyone sees. */
function Ways() {
  const { t } = useTranslation('draws')
  const { day, mayEnter } = useLoaderData<typeof loader>()
  const isPublic = day.choosing === 'draw' && day.publishedAt !== null
  if (!mayEnter && !isPublic) return null
  return (
    <ActionBar>
      {mayEnter ? <LinkButton href={address(`/desk/open-days/${day.id}/draw/value`)}>{t('desk.enter')}</LinkButton> : null}
      {isPublic ? (
        <LinkButton variant="secondary" href={address(`/open-days/${day.slug}/draw`)}>
          {t('desk.public')}
        </LinkButton>
      ) : null}
    </ActionBar>
  )
}
