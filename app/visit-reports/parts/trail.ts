import type { Translate } from '~/web/translation'

export type NamedDay = { id: number; title: string; lang: string }

/** Where a page about the report of one open day stands at the desk. */
export const reportTrail = (t: Translate<['visit-reports', 'open-days', 'web']>, { id, title, lang }: NamedDay, below = true) => [
  { label: t('web:nav.desk'), href: '/desk' },
  { label: t('open-days:desk.title'), href: '/desk/open-days' },
  { label: title, href: `/desk/open-days/${id}`, lang },
  ...(below ? [{ label: t('desk.title'), href: `/desk/open-days/${id}/report` }] : []),
]
