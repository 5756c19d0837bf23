import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '~/web/forms.server'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { atWork } from '../access.server'
import { returnForm } from '../forms'
import { WhyPage } from '../parts/why-page'
import { returnReport } from '../writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { c } = await atWork(context, params.id, ['publisher'])
  return { c }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { where, c } = await atWork(context, params.id, ['publisher'])
  const form = await readForm(request, returnForm, context)
  if (!form.ok) return unprocessable({ state: form.state, why: null })
  const done = await returnReport(where, form.value.why)
  if (!done.ok) return conflict({ state: { values: form.values, errors: {} }, why: done.why })
  return redirectTo(`/desk/consultations/${c.id}/report`)
}

export default function Return() {
  const { t } = useTranslation('reports')
  const { c } = useLoaderData<typeof loader>()
  const words = {
    title: t('prepare.return'),
    lead: t('prepare.return-lead'),
    why: t('prepare.return-why'),
    submit: t('prepare.return-submit'),
  }
  return <WhyPage c={c} sent={useActionData<typeof action>()} act="return" words={words} />
}
