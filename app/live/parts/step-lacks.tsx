import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { WhyRefused } from './desk-refusal'

type Props = { id: number; why: WhyRefused | undefined; waiting: number; undecided: number }

/** What a step still needs, and the way there. */
export function StepLacks({ id, why, waiting, undecided }: Props) {
  const { t } = useTranslation('live')
  const desk = `/desk/live/${id}`
  if (why === 'no-answerer')
    return (
      <p>
        <a href={address(`${desk}/answerers`)}>{t('desk.lacks.no-answerer')}</a>
      </p>
    )
  if (why !== 'undecided') return null
  return (
    <ul>
      {waiting > 0 ? (
        <li>
          <a href={address(`${desk}/questions`, { show: 'waiting' })}>{t('desk.lacks.waiting', { count: waiting })}</a>
        </li>
      ) : null}
      {undecided > 0 ? (
        <li>
          <a href={address(`${desk}/questions`, { show: 'undecided' })}>{t('desk.lacks.undecided', { count: undecided })}</a>
        </li>
      ) : null}
    </ul>
  )
}
