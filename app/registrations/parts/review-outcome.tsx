import { Notification } from '~/ui/notification'
import { useTranslation } from '~/web/translation'
import type { Outcome } from '../reviewing.server'

const choices = ['chosen', 'waiting', 'not-chosen'] as const

/** What was decided just now, and what could not be. */
export function ReviewOutcome({ outcome }: { outcome?: Outcome }) {
  const { t } = useTranslation(['registrations', 'reports'])
  if (!outcome) return null
  const done = choices.filter((choice) => outcome.done[choice] > 0)
  return (
    <>
      {done.length > 0 ? (
        <Notification announce tone="success" title={t('desk.review.done-title')}>
          <p>{done.map((choice) => t(`desk.review.${choice}`, { count: outcome.done[choice] })).join(t('reports:separator'))}</p>
        </Notification>
      ) : null}
      {outcome.failed.length > 0 ? (
        <Notification announce tone="warning" title={t('desk.review.failed-title')}>
          <ul role="list">
            {outcome.failed.map(({ number, why }) => (
              <li key={number}>{t('desk.review.failed', { number, why: t(`desk.why.${why}`) })}</li>
            ))}
          </ul>
        </Notification>
      ) : null}
    </>
  )
}
