import type { Translate } from '~/web/translation'

type Day = { id: number; title: string; lang: string }

/** Where a desk page of one draw stands. */
export const drawTrail = (t: Translate<['draws', 'open-days', 'web']>, { id, title, lang }: Day) => [
  { label: t('web:nav.desk'), href: '/desk' },
  { label: t('open-days:desk.title'), href: '/desk/open-days' },
  { label: title, href: `/desk/open-days/${id}`, lang },
]
