import type { Translate } from '~/web/translation'

type Day = { id: number; title: string; lang: string }

/** Where the pages of the gate stand; those below the check-in page name it too. */
export const gateTrail = (t: Translate<readonly ['check-ins', 'web']>, { id, title, lang }: Day, { below = true } = {}) => [
  { label: t('web:nav.desk'), href: '/desk' },
  { label: t('trail'), href: '/desk/open-days' },
  { label: title, href: `/desk/open-days/${id}`, lang },
  ...(below ? [{ label: t('title'), href: `/desk/open-days/${id}/check-in` }] : []),
]
