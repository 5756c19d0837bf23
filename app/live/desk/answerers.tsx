import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DepartmentName } from '~/accounts/parts/department-name'
import { departmentOptions } from '~/accounts/parts/department-options'
import { departmentList } from '~/accounts/reads.server'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { Select } from '~/ui/select'
import { Table } from '~/ui/table'
import { VisuallyHidden } from '~/ui/visually-hidden'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { atSession, doneTo, hostAt, shownAtDesk } from '../desk-access.server'
import { answererForm } from '../desk-forms'
import { DeskRefusal, type WhyRefused } from '../parts/desk-refusal'
import { sessionTrail } from '../parts/desk-trail'
import { DoneNote } from '../parts/done-note'
import { answerersOf } from '../reads.server'
import { addAnswerer } from '../session-writes.server'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { session, hosts } = await atSession(context, params.id)
  const [answerers, departments, done] = await Promise.all([answerersOf(session.id), departmentList(), doneTo(session.id, request)])
  return {
    session: { ...shownAtDesk(session), departmentId: session.departmentId },
    answerers: answerers.filter(({ removedAt }) => !removedAt),
    departments: departmentOptions(departments, context.lang),
    changes: hosts && session.stage !== 'closed',
    done,
    late: new URL(request.url).searchParams.has('late'),
  }
}

type Result = { state: FormState; why?: WhyRefused }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, session } = await hostAt(context, params.id)
  const departments = await departmentList()
  const form = await readForm(request, answererForm(departments.map(({ id }) => id)), context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const added = await addAnswerer(viewer, session.id, form.value)
  if (!added.ok) return conflict<Result>({ why: added.why, state: { values: form.values, errors: {} } })
  return redirectTo(`/desk/live/${session.id}/answerers?done=answerer#done`)
}

export default function Answerers() {
  const { t } = useTranslation(['live', 'web'])
  const { session, answerers, departments, changes, done, late } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  const values = result?.state.values ?? { departmentId: String(session.departmentId) }
  const text = (name: string) => ({ name, value: values[name], error: errors.of(name) })
  type Row = (typeof answerers)[number]
  return (
    <Page
      title={t('desk.answerers.title')}
      caption={<UserText lang={session.lang}>{session.title}</UserText>}
      lead={t('desk.answerers.lead')}
      errors={errors}
      trail={sessionTrail(t, session)}
    >
      <DoneNote done={done} />
      <DeskRefusal why={result?.why ?? (late ? 'not-now' : undefined)} />
      <Table<Row>
        caption={t('desk.answerers.title')}
        captionHidden
        rows={answerers}
        rowKey={({ id }) => id}
        empty={t('desk.answerers.none')}
        columns={[
          { header: t('desk.answerers.name'), rowHeader: true, cell: ({ name }) => <UserText>{name}</UserText> },
          { header: t('desk.answerers.office'), cell: ({ office }) => <UserText>{office}</UserText> },
          { header: t('desk.department'), cell: ({ department }) => <DepartmentName of={department} /> },
          ...(changes
            ? [
                {
                  header: t('desk.answerers.removal'),
                  hideHeader: true,
                  cell: ({ id, name }: Row) => <Removal {...{ id, name }} session={session.id} />,
                },
              ]
            : []),
        ]}
      />
      {changes ? (
        <Section title={t('desk.answerers.add')}>
          <form method="post" action={address(`/desk/live/${session.id}/answerers`)} className="form" noValidate>
            <Field {...text('name')} label={t('desk.answerers.name')} width="medium" required />
            <Field {...text('office')} label={t('desk.answerers.office')} hint={t('desk.answerers.office-hint')} required />
            <Select {...text('departmentId')} label={t('desk.department')} options={departments} />
            <Button>{t('desk.answerers.add')}</Button>
          </form>
        </Section>
      ) : null}
    </Page>
  )
}

function Removal({ id, name, session }: { id: number; name: string; session: number }) {
  const { t } = useTranslation('live')
  return (
    <form method="post" action={address(`/desk/live/${session}/answerers/${id}/removal`)}>
      <Button variant="secondary" small>
        {t('desk.answerers.removal')}
        <VisuallyHidden>
          {t('desk.of')}
          {name}
        </VisuallyHidden>
      </Button>
    </form>
  )
}
