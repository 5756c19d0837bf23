import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'
import { Tag } from '~/ui/tag'
import { allowedIn } from '~/web/access.server'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { redirectTo, unprocessable } from '~/web/responses.server'
import { countyLang } from '~/county/rules'
import { useTranslation } from '~/web/translation'
import { addDepartment } from '../departments-writes.server'
import { departmentForm } from '../forms'
import { DepartmentFields } from '../parts/department-fields'
import { mayManagePeople, maySeePeople } from '../people-rules'
import { departmentList } from '../reads.server'

export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = allowedIn(context, maySeePeople(context.viewer))
  return json({ departments: await departmentList({ closed: true }), manages: mayManagePeople(viewer).ok })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = allowedIn(context, mayManagePeople(context.viewer))
  const read = await readForm(request, departmentForm, context)
  if (!read.ok) return unprocessable({ state: read.state })
  await addDepartment(viewer, read.value)
  return redirectTo('/desk/departments')
}

export default function Departments() {
  const { departments, manages } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()?.state
  const { t } = useTranslation('accounts')
  const errors = useFormErrors(state)
  return (
    <Page
      title={t('desk.departments.title')}
      lead={t('desk.departments.lead')}
      trail={[{ href: '/desk', label: t('desk.home') }]}
      errors={errors}
    >
      <Table
        caption={t('desk.departments.caption')}
        captionHidden
        rows={departments}
        rowKey={(row) => row.id}
        empty={t('desk.departments.empty')}
        columns={[
          {
            header: t('desk.departments.name'),
            rowHeader: true,
            cell: (row) =>
              manages ? (
                <a href={address(`/desk/departments/${row.id}`)}>
                  <UserText lang={countyLang}>{row.name}</UserText>
                </a>
              ) : (
                <UserText lang={countyLang}>{row.name}</UserText>
              ),
          },
          { header: t('desk.departments.name-en'), cell: (row) => <UserText lang="en">{row.nameEn}</UserText> },
          { header: t('desk.departments.phone'), cell: (row) => row.phone },
          {
            header: t('desk.departments.state'),
            cell: (row) =>
              row.closedAt ? <Tag tone="closed">{t('desk.departments.closed')}</Tag> : <Tag tone="open">{t('desk.departments.open')}</Tag>,
          },
        ]}
      />
      {manages ? (
        <Section title={t('desk.departments.add')}>
          <form className="form" method="post" action={address('/desk/departments')}>
            <DepartmentFields values={state?.values ?? {}} errors={errors} />
            <Button>{t('desk.departments.add-button')}</Button>
          </form>
        </Section>
      ) : null}
    </Page>
  )
}
