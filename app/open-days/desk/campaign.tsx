import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { UserText } from '~/ui/quote'
import { allowedIn } from '~/web/access.server'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { notFound, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { changeCampaign } from '../campaign-writes.server'
import { campaignForDesk } from '../desk-reads.server'
import { campaignForm } from '../forms'
import { CampaignForm } from '../parts/campaign-form'
import { campaignTrail } from '../parts/campaign-trail'
import { mayManageCampaigns } from '../rules'

export async function loader({ params, context }: LoaderFunctionArgs) {
  allowedIn(context, mayManageCampaigns(context.viewer))
  const campaign = await campaignForDesk(params.id)
  if (!campaign) throw notFound()
  return { campaign }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = allowedIn(context, mayManageCampaigns(context.viewer))
  const campaign = await campaignForDesk(params.id)
  if (!campaign) throw notFound()
  const form = await readForm(request, campaignForm, context)
  if (!form.ok) return unprocessable({ state: form.state })
  const changed = await changeCampaign(viewer, campaign.id, form.value)
  if (!changed.ok) throw notFound()
  return redirectTo('/desk/campaigns')
}

export default function Campaign() {
  const { t } = useTranslation(['open-days', 'web'])
  const { campaign } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()?.state
  const errors = useFormErrors(state)
  const { title, lang, summary, startsOn, endsOn, reportWithinDays } = campaign
  const stored = { title, lang, summary, startsOn, endsOn, reportWithinDays: String(reportWithinDays) }
  return (
    <Page title={t('desk.campaigns.edit')} caption={<UserText lang={lang}>{title}</UserText>} errors={errors} trail={campaignTrail(t)}>
      <CampaignForm of={campaign.id} values={state?.values ?? stored} errors={errors} />
    </Page>
  )
}
