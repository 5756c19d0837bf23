import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { Notification } from '~/ui/notification'
import { allowedIn } from '~/web/access.server'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { conflict, notFound, redirectTo } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { closeDepartment } from '../departments-writes.server'
import { DepartmentName } from '../parts/department-name'
import { mayManagePeople } from '../people-rules'
import { departmentById } from '../reads.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  allowedIn(context, mayManagePeople(context.viewer))
  const department = await departmentById(params.id)
  if (!department) throw notFound()
  const { id, name, nameEn } = department
  return json({ id, name, nameEn })
}

export async function action({ params, context }: ActionFunctionArgs) {
  const viewer = allowedIn(context, mayManagePeople(context.viewer))
  const department = await departmentById(params.id)
  if (!department) throw notFound()
  const closed = await closeDepartment(viewer, department.id)
  return closed.ok ? redirectTo('/desk/departments') : conflict({ why: closed.why })
}

export default function Closing() {
  const { id, ...department } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const { t } = useTranslation(['accounts', 'web'])
  const trail = [
    { href: '/desk', label: t('desk.home') },
    { href: '/desk/departments', label: t('desk.departments.title') },
  ]
  return (
    <Page
      title={t('desk.departments.close')}
      caption={<DepartmentName of={department} />}
      lead={t('desk.departments.close-note')}
      trail={trail}
    >
      {refusal ? <Notification tone="warning" announce title={t(`why.${refusal.why}`)} /> : null}
      <form method="post" action={address(`/desk/departments/${id}/closing`)}>
        <ActionBar>
          <Button variant="warning">{t('desk.departments.close')}</Button>
          <a href={address(`/desk/departments/${id}`)}>{t('web:cancel')}</a>
        </ActionBar>
      </form>
    </Page>
  )
}
