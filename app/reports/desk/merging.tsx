import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { Inset } from '~/ui/inset'
import { UserText } from '~/ui/quote'
import { Select } from '~/ui/select'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { pointAtWork } from '../access.server'
import { mergeForm } from '../forms'
import { Refusal } from '../parts/refusal'
import { pointsCrumb, workTrail } from '../parts/trail'
import { mergePoints } from '../point-writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { c, work, point } = await pointAtWork(context, params, ['staff'])
  const others = work.points.filter((one) => one.id !== point.id).map(({ number, summary }) => ({ number, summary }))
  return { c, point: { number: point.number, summary: point.summary }, others }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { where, c, point } = await pointAtWork(context, params, ['staff'])
  const form = await readForm(request, mergeForm, context)
  if (!form.ok) return unprocessable({ state: form.state, why: null })
  const merged = await mergePoints(where, point.number, form.value.into)
  if (!merged.ok) return conflict({ state: { values: form.values, errors: {} }, why: merged.why })
  return redirectTo(`/desk/consultations/${c.id}/points/${merged.into}`)
}

export default function Merging() {
  const { t } = useTranslation(['reports', 'web'])
  const { c, point, others } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const errors = useFormErrors(sent?.state)
  const name = t('point.number', { number: point.number })
  const here = `/desk/consultations/${c.id}/points/${point.number}`
  const options = [
    { value: '', label: t('decide.merge-choose') },
    ...others.map(({ number, summary }) => ({ value: String(number), label: `${number}. ${summary.slice(0, 60)}` })),
  ]
  return (
    <Page
      title={t('decide.merge')}
      caption={name}
      lead={t('decide.merge-hint')}
      errors={errors}
      trail={workTrail(t, c, pointsCrumb(t, c.id), { label: name, href: here })}
    >
      <Refusal why={sent?.why} id={c.id} />
      <Inset>
        <UserText lang={c.lang}>{point.summary}</UserText>
      </Inset>
      <form method="post" action={address(`${here}/merging`)} className="form stack">
        <Select name="into" label={t('decide.merge-into')} options={options} value={sent?.state.values.into} error={errors.of('into')} />
        <ActionBar>
          <Button>{t('decide.merge-submit')}</Button>
          <LinkButton variant="secondary" href={address(here)}>
            {t('web:cancel')}
          </LinkButton>
        </ActionBar>
      </form>
    </Page>
  )
}
