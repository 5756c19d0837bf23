import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { Section } from '~/ui/section'
import { Notification } from '~/ui/notification'
import { allowedIn } from '~/web/access.server'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { settingsForm } from '../forms'
import { countyNow } from '../reads.server'
import { maySetCounty } from '../rules'
import { saveCounty } from '../writes.server'

export async function loader({ request, context }: LoaderFunctionArgs) {
  allowedIn(context, maySetCounty(context.viewer))
  return json({ county: await countyNow(), saved: new URL(request.url).searchParams.has('saved') })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = allowedIn(context, maySetCounty(context.viewer))
  const read = await readForm(request, settingsForm, context)
  if (!read.ok) return unprocessable({ state: read.state })
  await saveCounty(viewer, read.value)
  return redirectTo('/desk/county?saved')
}

export default function Settings() {
  const { county, saved } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()?.state
  const { t } = useTranslation('county')
  const errors = useFormErrors(state)
  const shown: Record<string, string | number | boolean> = state?.values ?? county
  const field = (name: string) => ({ name, value: String(shown[name] ?? ''), error: errors.of(name), autoComplete: 'off' })
  const optional = (name: string) => ({ ...field(name), mark: t('settings.optional') })
  return (
    <Page title={t('settings.title')} lead={t('settings.lead')} trail={[{ href: '/desk', label: t('settings.desk') }]} errors={errors}>
      {saved && !state ? <Notification tone="success" title={t('settings.saved')} /> : null}
      <form className="form" method="post" action={address('/desk/county')}>
        <Section title={t('settings.names')}>
          <Field {...field('name')} label={t('settings.name')} />
          <Field {...optional('nameEn')} label={t('settings.name-en')} />
          <Field {...field('office')} label={t('settings.office')} />
          <Field {...optional('officeEn')} label={t('settings.office-en')} />
        </Section>
        <Section title={t('settings.contact')}>
          <p className="hint">{t('settings.contact-hint')}</p>
          <Field {...field('phone')} label={t('settings.phone')} type="tel" width="medium" />
          <Field {...optional('email')} label={t('settings.email')} type="email" />
          <Field {...optional('address')} label={t('settings.address')} />
        </Section>
        <Section title={t('settings.time')}>
          <Field {...field('zone')} label={t('settings.zone')} hint={t('settings.zone-hint')} width="medium" />
          <Field
            {...field('reportWithinDays')}
            label={t('settings.report')}
            hint={t('settings.report-hint')}
            inputMode="numeric"
            width="short"
            suffix={t('settings.days')}
          />
          <Field
            {...field('contactKeptDays')}
            label={t('settings.kept')}
            hint={t('settings.kept-hint')}
            inputMode="numeric"
            width="short"
            suffix={t('settings.days')}
          />
        </Section>
        <Section title={t('settings.filing')}>
          <Field {...optional('icp')} label={t('settings.icp')} />
          <Field {...optional('policeRecord')} label={t('settings.police')} />
          <Field {...optional('siteCode')} label={t('settings.code')} />
        </Section>
        <Button>{t('settings.save')}</Button>
      </form>
    </Page>
  )
}
