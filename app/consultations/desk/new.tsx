import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/web/translation'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { allowedIn, signedIn } from '~/web/access.server'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { emptyForm, readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { forbidden, redirectTo, unprocessable } from '~/web/responses.server'
import { newForm, TITLE_MOST } from '../forms'
import { departmentNamed } from '../reads.server'
import { mayPrepare } from '../rules'
import { createConsultation } from '../writes.server'

export async function loader({ context }: LoaderFunctionArgs) {
  signedIn(context)
  const viewer = allowedIn(context, mayPrepare(context.viewer))
  return { department: await departmentNamed(viewer.departmentId!), state: emptyForm }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, newForm, context)
  if (!form.ok) return unprocessable({ state: form.state })
  const made = await createConsultation(signedIn(context), form.value.title)
  if (!made.ok) throw forbidden()
  return redirectTo(`/desk/consultations/${made.id}`)
}

export default function NewConsultation() {
  const { t } = useTranslation(['consultations', 'web'])
  const { department } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()?.state
  const errors = useFormErrors(state, { max: TITLE_MOST })
  return (
    <Page
      title={t('desk.new')}
      errors={errors}
      trail={[
        { label: t('web:nav.desk'), href: '/desk' },
        { label: t('desk.title'), href: '/desk/consultations' },
      ]}
    >
      <p>
        {t('department')}
        {t('web:colon')}
        <bdi>{department}</bdi>
      </p>
      <form method="post" action={address('/desk/consultations/new')} className="form">
        <Field
          name="title"
          label={t('field.title')}
          hint={t('field.title-hint')}
          value={state?.values.title}
          error={errors.of('title')}
          required
          maxLength={TITLE_MOST * 2}
        />
        <Button>{t('desk.create')}</Button>
      </form>
    </Page>
  )
}
