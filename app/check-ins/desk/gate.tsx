import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { Field } from '~/ui/field'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { newFormKey } from '~/web/form-key.server'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { noStore, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { gateOf } from '../at-gate.server'
import { gateForm } from '../forms'
import { Arrivals, ByDevice, LatestScans } from '../parts/arrivals'
import { Conflicts } from '../parts/conflicts'
import { ScanResult } from '../parts/scan-result'
import { gateTrail } from '../parts/trail'
import { conflictsAtGate, countsAtGate, countsByDevice, latestScans, scanShown } from '../reads.server'
import { checkIn } from '../writes.server'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { day } = await gateOf(context, params.id)
  const shown = new URL(request.url).searchParams.get('scan')
  const [counts, devices, conflicts, latest, scan] = await Promise.all([
    countsAtGate(day.id),
    countsByDevice(day.id),
    conflictsAtGate(day.id),
    latestScans(day.id),
    shown === null ? null : scanShown(day.id, Number(shown)),
  ])
  const shownDay = { id: day.id, title: day.title, lang: day.lang }
  return json({ day: shownDay, counts, devices, conflicts, latest, scan, nonce: newFormKey() }, { headers: noStore })
}

export const headers = () => noStore

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day } = await gateOf(context, params.id)
  const read = await readForm(request, gateForm, context)
  if (!read.ok) return unprocessable({ state: read.state })
  const scan = await checkIn(viewer, { openDayId: day.id, ...read.value })
  if (!scan) return unprocessable({ state: { values: read.values, errors: { nonce: 'check-ins:form-key' } } })
  return redirectTo(`/desk/open-days/${day.id}/check-in?scan=${scan.id}`)
}

export default function Gate() {
  const { t } = useTranslation(['check-ins', 'web'])
  const { day, counts, devices, conflicts, latest, scan, nonce } = useLoaderData<typeof loader>()
  const errors = useFormErrors(useActionData<typeof action>()?.state)
  return (
    <Page
      title={t('title')}
      caption={<bdi lang={day.lang}>{day.title}</bdi>}
      lead={t('lead')}
      trail={gateTrail(t, day, { below: false })}
      errors={errors}
    >
      {scan ? <ScanResult scan={scan} /> : null}
      <form className="form" method="post" action={address(`/desk/open-days/${day.id}/check-in`)} noValidate>
        <input type="hidden" name="nonce" value={nonce} />
        <Field
          name="shown"
          label={t('shown')}
          error={errors.of('shown')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- a scanner types where the focus is
          autoFocus
        />
        <Button>{t('button')}</Button>
      </form>
      <ActionBar>
        <LinkButton variant="secondary" href={address(`/desk/open-days/${day.id}/gate`)}>
          {t('gate.open')}
        </LinkButton>
        <LinkButton variant="secondary" href={address(`/desk/open-days/${day.id}/walk-in`)}>
          {t('walk-in.title')}
        </LinkButton>
      </ActionBar>
      <Section id="counts" title={t('counts')}>
        <Arrivals dayId={day.id} counts={counts} />
      </Section>
      <Section id="conflicts" title={t('conflict.title')} lead={conflicts.length > 0 ? t('conflict.lead') : undefined}>
        <Conflicts dayId={day.id} conflicts={conflicts} />
      </Section>
      {devices.length > 0 ? (
        <Section id="devices" title={t('devices')}>
          <ByDevice devices={devices} />
        </Section>
      ) : null}
      <Section id="latest" title={t('latest')}>
        <LatestScans scans={latest} />
      </Section>
    </Page>
  )
}
