import { json, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayManage } from '~/open-days/rules'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { Section } from '~/ui/section'
import { inRole } from '~/web/access.server'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { newFormKey } from '~/web/form-key.server'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { notFound, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { gateForm } from '../forms'
import { Arrivals, LatestScans } from '../parts/arrivals'
import { ScanResult } from '../parts/scan-result'
import { countsAtGate, dayAtGate, latestScans, scanShown } from '../reads.server'
import { checkIn } from '../writes.server'

const noStore = { 'Cache-Control': 'private, no-store' }

async function gateOf(context: AppLoadContext, id: string | undefined) {
  const viewer = inRole(context, ['staff', 'publisher'])
  const day = await dayAtGate(id)
  if (!day || !mayManage(viewer, day).ok) throw notFound()
  return { viewer, day }
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { day } = await gateOf(context, params.id)
  const shown = new URL(request.url).searchParams.get('scan')
  const [counts, latest, scan] = await Promise.all([
    countsAtGate(day.id),
    latestScans(day.id),
    shown === null ? null : scanShown(day.id, Number(shown)),
  ])
  return json({ id: day.id, title: day.title, lang: day.lang, counts, latest, scan, nonce: newFormKey() }, { headers: noStore })
}

export const headers = () => noStore

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day } = await gateOf(context, params.id)
  const read = await readForm(request, gateForm, context)
  if (!read.ok) return unprocessable({ state: read.state })
  const { id } = await checkIn(viewer, { openDayId: day.id, ...read.value })
  return redirectTo(`/desk/open-days/${day.id}/check-in?scan=${id}`)
}

export default function Gate() {
  const { t } = useTranslation('check-ins')
  const { id, title, lang, counts, latest, scan, nonce } = useLoaderData<typeof loader>()
  const errors = useFormErrors(useActionData<typeof action>()?.state)
  return (
    <Page title={t('title')} caption={<bdi lang={lang}>{title}</bdi>} lead={t('lead')} errors={errors}>
      {scan ? <ScanResult scan={scan} /> : null}
      <form className="form" method="post" action={address(`/desk/open-days/${id}/check-in`)} noValidate>
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
      <Section id="counts" title={t('counts')}>
        <Arrivals counts={counts} />
      </Section>
      <Section id="latest" title={t('latest')}>
        <LatestScans scans={latest} />
      </Section>
    </Page>
  )
}
