import type { Translate } from '~/web/translation'

/** Where the clerk's pages stand. */
export const clerkTrail = (
  t: Translate<readonly ['comments', 'web']>,
  { id, title, lang }: { id: number; title: string; lang: string },
) => [
  { label: t('web:nav.desk'), href: '/desk' },
  { label: t('desk.trail'), href: '/desk/consultations' },
  { label: title, href: `/desk/consultations/${id}`, lang },
  { label: t('desk.comments'), href: `/desk/consultations/${id}/comments` },
]
