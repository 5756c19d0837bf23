import type { Translate } from '~/web/translation'

type Day = { id: number; title: string; lang: string }
export type DeskWords = Translate<readonly ['registrations', 'web']>

/** Where the desk pages of registrations stand; those below the list name it too. */
export const deskTrail = (t: DeskWords, { id, title, lang }: Day, { below = true } = {}) => [
  { label: t('web:nav.desk'), href: '/desk' },
  { label: t('desk.open-days'), href: '/desk/open-days' },
  { label: title, href: `/desk/open-days/${id}`, lang },
  ...(below ? [{ label: t('desk.one.trail'), href: `/desk/open-days/${id}/registrations` }] : []),
]
