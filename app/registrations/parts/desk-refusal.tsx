import { Notification } from '~/ui/notification'
import { useTranslation } from '~/web/translation'
import type { deskZh } from '../desk-words-zh'

export type DeskWhy = keyof (typeof deskZh)['why']
export type Refused = { why: DeskWhy; taken?: number }

/** Why something cannot be done now. */
export function DeskRefusal({ refused }: { refused?: Refused | null }) {
  const { t } = useTranslation('registrations')
  return refused ? <Notification tone="warning" title={t(`desk.why.${refused.why}`, { taken: refused.taken })} announce /> : null
}
