import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { Unfinished } from '../rules'
import type { WhyRefused } from './desk-refusal'

type Props = { id: number; why: WhyRefused | undefined; unfinished: Unfinished }

/** What a step still needs, and the way there. */
export function StepLacks({ id, why, unfinished }: Props) {
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
      {(['waiting', 'undecided', 'unrecorded'] as const)
        .filter((show) => unfinished[show] > 0)
        .map((show) => (
          <li key={show}>
            <a href={address(`${desk}/questions`, { show })}>{t(`desk.lacks.${show}`, { count: unfinished[show] })}</a>
          </li>
        ))}
    </ul>
  )
}
