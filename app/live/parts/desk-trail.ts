import type { Translate } from '~/web/translation'

type T = Translate<['live', 'web']>
type Session = { id: number; title: string; lang: string }

export const liveTrail = (t: T) => [
  { label: t('web:nav.desk'), href: '/desk' },
  { label: t('desk.title'), href: '/desk/live' },
]

/** Where a desk page of one session stands. */
export const sessionTrail = (t: T, { id, title, lang }: Session) => [...liveTrail(t), { label: title, href: `/desk/live/${id}`, lang }]

export const queueTrail = (t: T, session: Session) => [
  ...sessionTrail(t, session),
  { label: t('desk.queue.title'), href: `/desk/live/${session.id}/questions` },
]

export const questionTrail = (t: T, session: Session, number: number) => [
  ...queueTrail(t, session),
  { label: t('desk.question', { number }), href: `/desk/live/${session.id}/questions/${number}` },
]
