import { Notification } from '~/ui/notification'
import { useTranslation } from '~/web/translation'
import type { Fault, WhyNoWork, WhyNotDecide } from '../rules'
import type { WhyNoPoint } from '../point-writes.server'
import { Faults } from './faults'

export type Why = WhyNoWork | WhyNotDecide | WhyNoPoint | 'changed-meanwhile' | 'sign-in-again' | 'not-published' | Fault[]

/** Why a rule said no: one sentence, or the list of what is missing. */
export function Refusal({ why, id }: { why: Why | null | undefined; id: number }) {
  const { t } = useTranslation('reports')
  if (!why) return null
  return (
    <Notification tone="warning" announce title={t(`why.${typeof why === 'string' ? why : 'incomplete'}`)}>
      {typeof why === 'string' ? null : <Faults id={id} faults={why} />}
    </Notification>
  )
}
