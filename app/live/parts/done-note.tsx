import { Notification } from '~/ui/notification'
import { useTranslation } from '~/web/translation'
import { isSessionDeed, type Deed, type SessionDeed } from '../deeds'

type Props = { done?: Deed | SessionDeed; number?: number; slowSeconds?: number }

/** What was just done, said once. The focus is there, so that the next step of the keyboard goes on from it. */
export function DoneNote({ done, number, slowSeconds = 0 }: Props) {
  const { t } = useTranslation('live')
  if (!done) return null
  if (done === 'slow-mode') return <Said title={t(slowSeconds > 0 ? 'desk.slow.set' : 'desk.slow.ended', { count: slowSeconds })} />
  if (isSessionDeed(done)) return <Said title={t(`desk.did.${done}`)} />
  if (number === undefined) return null
  return <Said title={t(`desk.did.${done}`, { number })} />
}

const Said = ({ title }: { title: string }) => (
  <div id="done" className="done-note" tabIndex={-1}>
    <Notification announce tone="success" title={title} />
  </div>
)
