import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { UserText } from '~/ui/quote'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { usePage } from '~/web/page'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { hostAt } from '../desk-access.server'
import { sessionForm } from '../desk-forms'
import { linksFor } from '../desk-reads.server'
import { DeskRefusal, type WhyRefused } from '../parts/desk-refusal'
import { sessionTrail } from '../parts/desk-trail'
import { asTyped, SessionForm } from '../parts/session-form'
import { changeSession } from '../session-writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { session } = await hostAt(context, params.id)
  const { id, title, lang, stage, summary, houseRules, openDayId, consultationId, startsAt, endsAt } = session
  const { naming, premoderated, questionsMost, answerWithinDays } = session
  return {
    session: {
      ...{ id, title, lang, stage, summary, houseRules, openDayId, consultationId, startsAt, endsAt },
      ...{ naming, premoderated, questionsMost, answerWithinDays },
    },
    links: await linksFor(session.departmentId),
  }
}

type Result = { state: FormState; why?: WhyRefused }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, session } = await hostAt(context, params.id)
  const links = await linksFor(session.departmentId)
  const ids = { consultations: links.consultations.map(({ id }) => id), openDays: links.openDays.map(({ id }) => id) }
  const form = await readForm(request, sessionForm(context.county.zone, ids), context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const changed = await changeSession(viewer, session.id, form.value)
  if (!changed.ok) return conflict<Result>({ why: changed.why, state: { values: form.values, errors: {} } })
  return redirectTo(`/desk/live/${session.id}?done=settings#done`)
}

export default function Settings() {
  const { t } = useTranslation(['live', 'web'])
  const { county } = usePage()
  const { session, links } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  const why = result?.why ?? (session.stage === 'closed' ? 'not-now' : undefined)
  return (
    <Page
      title={t('desk.settings')}
      caption={<UserText lang={session.lang}>{session.title}</UserText>}
      errors={errors}
      trail={sessionTrail(t, session)}
    >
      <DeskRefusal why={why} />
      {session.stage === 'closed' ? null : (
        <SessionForm
          action={`/desk/live/${session.id}/settings`}
          values={result?.state.values ?? asTyped(session, county.zone)}
          errors={errors}
          links={links}
          submit={t('web:save')}
        />
      )}
    </Page>
  )
}
