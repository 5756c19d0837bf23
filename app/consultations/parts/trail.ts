import type { Translate } from '~/web/translation'

/** Where a desk page of one consultation stands. */
export const deskTrail = (t: Translate<['consultations', 'web']>, { id, title, lang }: { id: number; title: string; lang: string }) => [
  { label: t('web:nav.desk'), href: '/desk' },
  { label: t('desk.title'), href: '/desk/consultations' },
  { label: title, href: `/desk/consultations/${id}`, lang },
]
