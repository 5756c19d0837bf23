import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { departmentList } from '~/accounts/reads.server'
import { allowedIn } from '~/web/access.server'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { forbidden, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { hostForm, sessionForm } from '../desk-forms'
import { linksFor } from '../desk-reads.server'
import { liveTrail } from '../parts/desk-trail'
import { SessionForm } from '../parts/session-form'
import { mayCreate } from '../rules'
import { createSession } from '../session-writes.server'

type Links = Awaited<ReturnType<typeof linksFor>>
const noLinks: Links = { consultations: [], openDays: [] }

/** Who works for the whole county says whose session it is; what it is about is linked afterwards. */
async function creating(context: AppLoadContext) {
  const viewer = allowedIn(context, mayCreate(context.viewer))
  const { departmentId } = viewer
  if (departmentId !== null) return { viewer, departments: [], links: await linksFor(departmentId) }
  return { viewer, departments: await departmentList(), links: noLinks }
}

export async function loader({ context }: LoaderFunctionArgs) {
  const { departments, links } = await creating(context)
  return { departments: departments.map(({ id, name, nameEn }) => ({ id, name, nameEn })), links }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer, departments, links } = await creating(context)
  const given = sessionForm(context.county.zone, idsOf(links))
  const form = await readForm(request, departments.length > 0 ? given.and(hostForm(departments.map(({ id }) => id))) : given, context)
  if (!form.ok) return unprocessable({ state: form.state })
  const { departmentId = viewer.departmentId, ...session } = form.value as typeof form.value & { departmentId?: number }
  const made = await createSession(viewer, departmentId!, session)
  if (!made.ok) throw forbidden()
  return redirectTo(`/desk/live/${made.id}`)
}

const idsOf = (links: Links) => ({
  consultations: links.consultations.map(({ id }) => id),
  openDays: links.openDays.map(({ id }) => id),
})

const usual = { lang: 'zh-CN', naming: 'either', premoderated: 'on', questionsMost: '5', answerWithinDays: '10' }

export default function NewSession() {
  const { t } = useTranslation(['live', 'web'])
  const shown = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()?.state
  const errors = useFormErrors(state)
  return (
    <Page title={t('desk.new')} errors={errors} trail={liveTrail(t)}>
      <SessionForm {...shown} action="/desk/live/new" values={state?.values ?? usual} errors={errors} submit={t('desk.create')} />
    </Page>
  )
}
