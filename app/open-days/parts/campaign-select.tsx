import { Select } from '~/ui/select'
import { useTranslation } from '~/web/translation'

export type CampaignChoice = { id: number; title: string; lang: string }
type Props = { campaigns: CampaignChoice[]; value: string | undefined; error: string | undefined }

/** Nothing to choose where the county holds no open month. */
export function CampaignSelect({ campaigns, value, error }: Props) {
  const { t } = useTranslation('open-days')
  if (campaigns.length === 0) return null
  return (
    <Select
      name="campaignId"
      label={t('desk.field.campaign')}
      value={value}
      error={error}
      options={[
        { value: '', label: t('desk.field.no-campaign') },
        ...campaigns.map(({ id, title, lang }) => ({ value: String(id), label: title, lang })),
      ]}
    />
  )
}
