import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { allowedIn } from '~/web/access.server'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { forbidden, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { createCampaign } from '../campaign-writes.server'
import { campaignForm } from '../forms'
import { CampaignForm } from '../parts/campaign-form'
import { campaignTrail } from '../parts/campaign-trail'
import { mayManageCampaigns } from '../rules'

export function loader({ context }: LoaderFunctionArgs) {
  allowedIn(context, mayManageCampaigns(context.viewer))
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = allowedIn(context, mayManageCampaigns(context.viewer))
  const form = await readForm(request, campaignForm, context)
  if (!form.ok) return unprocessable({ state: form.state })
  const made = await createCampaign(viewer, form.value)
  if (!made.ok) throw forbidden()
  return redirectTo('/desk/campaigns')
}

export default function NewCampaign() {
  const { t } = useTranslation(['open-days', 'web'])
  const state = useActionData<typeof action>()?.state
  const errors = useFormErrors(state)
  return (
    <Page title={t('desk.campaigns.new')} errors={errors} trail={campaignTrail(t)}>
      <CampaignForm of="new" values={state?.values ?? { reportWithinDays: '10' }} errors={errors} />
    </Page>
  )
}
