import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { notFound } from '~/web/responses.server'
import { actLoader, concluded, mistyped } from '../acting.server'
import { hostAtQuestion } from '../desk-access.server'
import { quickActs } from '../desk-acts'
import { quickForm } from '../desk-forms'
import { ActPage, type Acted } from '../parts/act-page'
import { quickVerbs } from '../quick-acts.server'

function actIn(name: string | undefined) {
  const act = quickActs.find((each) => each === name)
  if (!act) throw notFound()
  return act
}

export async function loader(given: LoaderFunctionArgs) {
  return { act: actIn(given.params.act), shown: await actLoader(given) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const act = actIn(params.act)
  const at = await hostAtQuestion(context, params)
  const form = await readForm(request, quickForm, context)
  if (!form.ok) return mistyped(form.state)
  const { version } = form.value
  const done = await quickVerbs[act](at.viewer, { sessionId: at.session.id, number: at.question.number, version })
  return concluded(request, at, act, { done, values: form.values })
}

/** Shown when a button came too late: who acted meanwhile, how the question stands now, and the button once more. */
export default function QuickAct() {
  const { act, shown } = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>() as Acted
  return <ActPage act={act} shown={shown} acted={acted} errors={useFormErrors(acted?.state)} />
}
