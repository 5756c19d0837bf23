import type { TFunction } from 'i18next'

/** Where the page of one open month stands. */
export const campaignTrail = (t: TFunction<['open-days', 'web']>) => [
  { label: t('web:nav.desk'), href: '/desk' },
  { label: t('desk.campaigns.title'), href: '/desk/campaigns' },
]
