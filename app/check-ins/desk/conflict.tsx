import { json, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '~/ui/button'
import { Notification } from '~/ui/notification'
import { SummaryList } from '~/ui/summary-list'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict as refusedWith, noStore, notFound, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { gateOf } from '../at-gate.server'
import { settleForm } from '../forms'
import { Counted, DeviceAt, WhichTicket } from '../parts/conflicts'
import { gateTrail } from '../parts/trail'
import { conflictsAtGate } from '../reads.server'
import { settleConflict } from '../writes.server'

export const headers = () => noStore

async function conflictOf(context: AppLoadContext, params: { id?: string; scan?: string }) {
  const found = await gateOf(context, params.id)
  const one = (await conflictsAtGate(found.day.id)).find(({ id }) => String(id) === params.scan)
  if (!one) throw notFound()
  return { ...found, one }
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { day, one } = await conflictOf(context, params)
  return json({ day: { id: day.id, title: day.title, lang: day.lang }, one }, { headers: noStore })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day, one } = await conflictOf(context, params)
  const form = await readForm(request, settleForm, context)
  if (!form.ok) return unprocessable<{ state: FormState }>({ state: form.state })
  const settled = await settleConflict(viewer, day, one.id, form.value.why)
  if (!settled.ok) return refusedWith<{ state: FormState }>({ state: { values: form.values, errors: {} } })
  return redirectTo(`/desk/open-days/${day.id}/check-in#conflicts`)
}

export default function SettleConflict() {
  const { t } = useTranslation(['check-ins', 'web'])
  const { day, one } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()?.state
  const errors = useFormErrors(state)
  return (
    <Page title={t('conflict.page')} caption={<bdi lang={day.lang}>{day.title}</bdi>} trail={gateTrail(t, day)} errors={errors}>
      <SummaryList
        plain
        items={[
          { key: t('conflict.ticket'), value: <WhichTicket of={one} /> },
          { key: t('conflict.counted'), value: <Counted of={one} /> },
          { key: t('conflict.other'), value: <DeviceAt device={one.device} at={one.scannedAt} /> },
        ]}
      />
      {one.settledAt ? (
        <Notification title={t('conflict.done')}>
          <p>{one.settledWhy}</p>
        </Notification>
      ) : (
        <form className="form" method="post" action={address(`/desk/open-days/${day.id}/conflicts/${one.id}`)} noValidate>
          <TextArea
            name="why"
            label={t('conflict.why')}
            hint={t('conflict.hint')}
            rows={3}
            value={state?.values.why}
            error={errors.of('why')}
            required
          />
          <Button>{t('conflict.do')}</Button>
        </form>
      )}
    </Page>
  )
}
