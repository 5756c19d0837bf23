import type { Translate } from '~/web/translation'

/** Where a desk page of one open day stands. */
export const deskTrail = (t: Translate<['open-days', 'web']>, { id, title, lang }: { id: number; title: string; lang: string }) => [
  { label: t('web:nav.desk'), href: '/desk' },
  { label: t('desk.title'), href: '/desk/open-days' },
  { label: title, href: `/desk/open-days/${id}`, lang },
]
