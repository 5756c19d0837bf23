import type { Translate } from '~/web/translation'

type Words = Translate<readonly ['party-details', 'registrations', 'web']>

/** Where a registration's details stand at the desk. */
export const partyTrail = (
  t: Words,
  { id, title, lang }: { id: number; title: string; lang: string },
  one?: { id: number; number: number },
) => [
  { label: t('web:nav.desk'), href: '/desk' },
  { label: t('registrations:desk.open-days'), href: '/desk/open-days' },
  { label: title, href: `/desk/open-days/${id}`, lang },
  ...(one
    ? [
        { label: t('registrations:desk.one.trail'), href: `/desk/open-days/${id}/registrations` },
        { label: t('desk.trail', { number: one.number }), href: `/desk/open-days/${id}/registrations/${one.id}` },
      ]
    : []),
]
