import { Instant } from '~/consultations/parts/instant'
import { Around, PIECE } from '~/ui/around'
import { Notification } from '~/ui/notification'
import { useTranslation } from '~/web/translation'
import type { Refusal } from '../rules'

export type ShownScan = {
  outcome: 'admitted' | 'repeat' | 'refused'
  why: string
  people: number
  number: number | null
  position: number | null
  name: string
  firstAt: string | null
}

/** Large, in words and in colour: read at arm's length by a person who looks at people. */
export function ScanResult({ scan }: { scan: ShownScan }) {
  const { t } = useTranslation('check-ins')
  const { outcome, why, people, position, number, name, firstAt } = scan
  const listed = `${position}-${number}`
  if (outcome === 'admitted')
    return (
      <Notification tone="success" title={t('admitted', { people })} announce>
        <p>{t('admitted-who', { number: listed, name })}</p>
      </Notification>
    )
  if (outcome === 'repeat')
    return (
      <Notification tone="warning" title={t('repeat')} announce>
        <p>
          <Around sentence={t('repeat-when', { number: listed, name, when: PIECE })}>{firstAt ? <Instant at={firstAt} /> : null}</Around>
        </p>
      </Notification>
    )
  return (
    <Notification tone="warning" title={t('refused')} announce>
      <p>{t(`why.${why as Refusal}`)}</p>
    </Notification>
  )
}
