import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayEdit } from '~/approval/rules'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { conflict, notFound, redirectTo, unprocessable } from '~/web/responses.server'
import { atDay } from '../desk-access.server'
import { plannedFor } from '../desk-reads.server'
import { groupForm } from '../forms'
import { changeGroup } from '../parts-writes.server'
import { GroupFields } from '../parts/group-fields'
import { PartPage, type Result } from '../parts/part-page'
import { namedDay } from '../rules'

async function atGroup({ params, context }: Pick<LoaderFunctionArgs, 'params' | 'context'>) {
  const found = await atDay(context, params.id, ['staff'])
  const group = (await plannedFor(found.day.id)).groups.find(({ id }) => String(id) === params.group)
  if (!group) throw notFound()
  return { ...found, group }
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, day, group } = await atGroup(args)
  const may = mayEdit(viewer, day)
  return { day: namedDay(day), group, refused: may.ok ? undefined : may }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, day, group } = await atGroup(args)
  const form = await readForm(args.request, groupForm, args.context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const changed = await changeGroup(viewer, day.id, group.id, form.value)
  return changed.ok
    ? redirectTo(`/desk/open-days/${day.id}/groups`)
    : conflict<Result>({ refused: changed, state: { values: form.values, errors: {} } })
}

export default function Group() {
  const { day, group, refused } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  const stored = { name: group.name, invited: group.invited ? 'on' : undefined }
  return (
    <PartPage day={day} noun="groups" id={group.id} errors={errors} refused={refused} result={result}>
      <GroupFields values={result?.state.values ?? stored} errors={errors} />
    </PartPage>
  )
}
