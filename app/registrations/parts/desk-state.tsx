import { Tag, type TagTone } from '~/ui/tag'
import { useTranslation } from '~/web/translation'
import type { State } from '../rules'
import { useMinute } from './desk-slot'

const tones: Record<State, TagTone> = {
  applied: 'pending',
  waiting: 'pending',
  offered: 'closing',
  confirmed: 'open',
  cancelled: 'withheld',
  expired: 'closed',
  'not-chosen': 'closed',
}

type Props = { of: { state: State; place: number | null; offerExpiresAt: string | null; unanswered: boolean } }

/** How a registration stands, with the place in the queue or the time to answer. */
export function DeskState({ of: { state, place, offerExpiresAt, unanswered } }: Props) {
  const { t } = useTranslation('registrations')
  const minute = useMinute()
  const living = state === 'applied' || state === 'waiting' || state === 'offered' || state === 'confirmed'
  const notes = [
    place === null ? null : t('desk.place', { place }),
    state !== 'offered' ? null : offerExpiresAt ? t('desk.offer-until', { when: minute(offerExpiresAt) }) : t('desk.offer-unreached'),
    living && unanswered ? t('desk.not-answered') : null,
  ].filter((note) => note !== null)
  return (
    <>
      <Tag tone={tones[state]}>{t(`desk.state.${state}`)}</Tag>
      {notes.map((note) => (
        <p key={note} className="hint">
          {note}
        </p>
      ))}
    </>
  )
}
