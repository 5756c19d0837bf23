import type { ReactNode } from 'react'
import { Notification } from '~/ui/notification'
import { useTranslation } from '~/web/translation'
import { isSessionDeed, type Deed, type SessionDeed } from '../deeds'

type Props = {
  done?: Deed | SessionDeed
  number?: number
  /** What left the stage for it. */
  replaced?: number
  slowSeconds?: number
  /** Where to go on from here. */
  children?: ReactNode
}

/** What was just done, said once. The focus is there, so that the next step of the keyboard goes on from it. */
export function DoneNote({ done, number, replaced, slowSeconds = 0, children }: Props) {
  const { t } = useTranslation('live')
  if (!done) return null
  if (done === 'slow-mode') return <Said title={t(slowSeconds > 0 ? 'desk.slow.set' : 'desk.slow.ended', { count: slowSeconds })} />
  if (isSessionDeed(done)) return <Said title={t(`desk.did.${done}`)} />
  if (number === undefined) return null
  if (done === 'stage' && replaced) return <Said title={t('desk.did.stage-in-place', { number, replaced })} />
  return <Said title={t(`desk.did.${done}`, { number })}>{children}</Said>
}

const Said = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div id="done" className="done-note" tabIndex={-1}>
    <Notification announce tone="success" title={title}>
      {children}
    </Notification>
  </div>
)
