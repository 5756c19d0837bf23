import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayPrepare } from '~/approval/rules'
import { departmentNamed } from '~/consultations/reads.server'
import { TITLE_MOST } from '~/consultations/forms'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { allowedIn } from '~/web/access.server'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { campaignsForDesk } from '../desk-reads.server'
import { newForm } from '../forms'
import { CampaignSelect } from '../parts/campaign-select'
import { Refusal, type Refused } from '../parts/refusal'
import { createOpenDay } from '../writes.server'

export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = allowedIn(context, mayPrepare(context.viewer))
  const [department, campaigns] = await Promise.all([departmentNamed(viewer.departmentId!), campaignsForDesk()])
  return { department, campaigns: campaigns.map(({ id, title, lang }) => ({ id, title, lang })) }
}

type Result = { state: FormState; refused?: Refused }

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = allowedIn(context, mayPrepare(context.viewer))
  const form = await readForm(request, newForm, context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const made = await createOpenDay(viewer, form.value)
  if (!made.ok) return conflict<Result>({ state: { values: form.values, errors: {} }, refused: made })
  return redirectTo(`/desk/open-days/${made.id}`)
}

export default function NewOpenDay() {
  const { t } = useTranslation(['open-days', 'web'])
  const { department, campaigns } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  const values = result?.state.values ?? {}
  return (
    <Page
      title={t('desk.new')}
      errors={errors}
      trail={[
        { label: t('web:nav.desk'), href: '/desk' },
        { label: t('desk.title'), href: '/desk/open-days' },
      ]}
    >
      <Refusal refused={result?.refused} />
      <p>
        {t('desk.department')}
        {t('web:colon')}
        <bdi>{department}</bdi>
      </p>
      <form method="post" action={address('/desk/open-days/new')} className="form">
        <Field
          name="title"
          label={t('desk.field.title')}
          hint={t('desk.field.title-hint')}
          value={values.title}
          error={errors.of('title')}
          required
          maxLength={TITLE_MOST * 2}
        />
        <CampaignSelect campaigns={campaigns} value={values.campaignId} error={errors.of('campaignId')} />
        <Button>{t('desk.create')}</Button>
      </form>
    </Page>
  )
}
