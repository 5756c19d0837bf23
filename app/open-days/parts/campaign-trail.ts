import type { Translate } from '~/web/translation'

/** Where the page of one open month stands. */
export const campaignTrail = (t: Translate<['open-days', 'web']>) => [
  { label: t('web:nav.desk'), href: '/desk' },
  { label: t('desk.campaigns.title'), href: '/desk/campaigns' },
]
