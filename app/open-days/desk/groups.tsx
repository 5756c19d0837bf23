import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayEdit } from '~/approval/rules'
import { Inset } from '~/ui/inset'
import { UserText } from '~/ui/quote'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { atDay } from '../desk-access.server'
import { plannedFor } from '../desk-reads.server'
import { groupForm } from '../forms'
import { addGroup } from '../parts-writes.server'
import { GroupFields } from '../parts/group-fields'
import { ListedPart } from '../parts/listed-part'
import type { Refused } from '../parts/refusal'
import { namedDay } from '../rules'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, day } = await atDay(context, params.id)
  const { groups } = await plannedFor(day.id)
  return { day: namedDay(day), groups, editable: mayEdit(viewer, day).ok }
}

type Result = { state?: FormState; refused?: Refused }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day } = await atDay(context, params.id, ['staff'])
  const form = await readForm(request, groupForm, context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const added = await addGroup(viewer, day.id, form.value)
  if (!added.ok) return conflict<Result>({ refused: added, state: { values: form.values, errors: {} } })
  return redirectTo(`/desk/open-days/${day.id}/groups`)
}

export default function Groups() {
  const { t } = useTranslation('open-days')
  const { day, groups, editable } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  const values = result?.state?.values ?? {}
  type Row = (typeof groups)[number]
  return (
    <ListedPart<Row>
      day={day}
      noun="groups"
      lead={t('desk.groups.lead')}
      errors={errors}
      refused={result?.refused}
      editable={editable}
      rows={groups}
      empty={t('desk.groups-none')}
      nameOf={({ name }) => name}
      add={t('desk.groups.add')}
      columns={[
        { header: t('desk.groups.name'), rowHeader: true, cell: ({ name }) => <UserText lang={day.lang}>{name}</UserText> },
        { header: t('desk.groups.kind'), cell: ({ invited }) => t(invited ? 'desk.groups.invited-short' : 'desk.groups.open') },
      ]}
    >
      <Inset>{t('desk.groups.change')}</Inset>
      <GroupFields values={values} errors={errors} />
    </ListedPart>
  )
}
