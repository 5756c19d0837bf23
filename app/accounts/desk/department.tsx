import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '~/ui/button'
import { allowedIn } from '~/web/access.server'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { notFound, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { renameDepartment } from '../departments-writes.server'
import { departmentForm } from '../forms'
import { DepartmentName } from '../parts/department-name'
import { DepartmentFields } from '../parts/department-fields'
import { mayManagePeople } from '../people-rules'
import { departmentById } from '../reads.server'

async function theDepartment(id: string | undefined) {
  const department = await departmentById(id)
  if (!department) throw notFound()
  return department
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  allowedIn(context, mayManagePeople(context.viewer))
  return json({ department: await theDepartment(params.id) })
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const viewer = allowedIn(context, mayManagePeople(context.viewer))
  const { id } = await theDepartment(params.id)
  const read = await readForm(request, departmentForm, context)
  if (!read.ok) return unprocessable({ state: read.state })
  await renameDepartment(viewer, id, read.value)
  return redirectTo('/desk/departments')
}

export default function Department() {
  const { department } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()?.state
  const { t } = useTranslation(['accounts', 'web'])
  const errors = useFormErrors(state)
  const { id, name, nameEn, phone, closedAt } = department
  const trail = [
    { href: '/desk', label: t('desk.home') },
    { href: '/desk/departments', label: t('desk.departments.title') },
  ]
  return (
    <Page
      title={t('desk.departments.edit-title')}
      caption={<DepartmentName of={department} />}
      lead={t('desk.departments.edit-note')}
      trail={trail}
      errors={errors}
    >
      <form className="form" method="post" action={address(`/desk/departments/${id}`)}>
        <DepartmentFields values={state?.values ?? { name, nameEn, phone }} errors={errors} />
        <Button>{t('web:save')}</Button>
      </form>
      {closedAt ? null : (
        <p>
          <a href={address(`/desk/departments/${id}/closing`)}>{t('desk.departments.close')}</a>
        </p>
      )}
    </Page>
  )
}
