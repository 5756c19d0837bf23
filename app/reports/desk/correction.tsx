import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '~/web/forms.server'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { atWork } from '../access.server'
import { correctionForm } from '../forms'
import { WhyPage } from '../parts/why-page'
import { startCorrection } from '../writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { c } = await atWork(context, params.id, ['staff'])
  return { c }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { where, c } = await atWork(context, params.id, ['staff'])
  const form = await readForm(request, correctionForm, context)
  if (!form.ok) return unprocessable({ state: form.state, why: null })
  const done = await startCorrection(where, form.value.why)
  if (!done.ok) return conflict({ state: { values: form.values, errors: {} }, why: done.why })
  return redirectTo(`/desk/consultations/${c.id}/points`)
}

export default function Correction() {
  const { t } = useTranslation('reports')
  const { c } = useLoaderData<typeof loader>()
  const words = {
    title: t('prepare.correct'),
    lead: t('prepare.correct-lead'),
    why: t('prepare.correct-why'),
    hint: t('prepare.correct-why-hint'),
    submit: t('prepare.correct-submit'),
  }
  return <WhyPage c={c} sent={useActionData<typeof action>()} act="correction" words={words} />
}
