import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { atWork } from '../access.server'
import { returnForm } from '../forms'
import { Refusal } from '../parts/refusal'
import { reportCrumb, workTrail } from '../parts/trail'
import { returnReport } from '../writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { c } = await atWork(context, params.id, ['publisher'])
  return { c }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { where, c } = await atWork(context, params.id, ['publisher'])
  const form = await readForm(request, returnForm, context)
  if (!form.ok) return unprocessable({ state: form.state, why: null })
  const done = await returnReport(where, form.value.why)
  if (!done.ok) return conflict({ state: { values: form.values, errors: {} }, why: done.why })
  return redirectTo(`/desk/consultations/${c.id}/report`)
}

export default function Return() {
  const { t } = useTranslation(['reports', 'web'])
  const { c } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const errors = useFormErrors(sent?.state)
  const report = `/desk/consultations/${c.id}/report`
  return (
    <Page
      title={t('prepare.return')}
      caption={<UserText lang={c.lang}>{c.title}</UserText>}
      lead={t('prepare.return-lead')}
      errors={errors}
      trail={workTrail(t, c, reportCrumb(t, c.id))}
    >
      <Refusal why={sent?.why} id={c.id} />
      <form method="post" action={address(`${report}/return`)} className="form stack">
        <TextArea name="why" label={t('prepare.return-why')} rows={4} value={sent?.state.values.why} error={errors.of('why')} required />
        <ActionBar>
          <Button>{t('prepare.return-submit')}</Button>
          <LinkButton variant="secondary" href={address(report)}>
            {t('prepare.back')}
          </LinkButton>
        </ActionBar>
      </form>
    </Page>
  )
}
