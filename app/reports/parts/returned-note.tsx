import { Notification } from '~/ui/notification'
import { useTranslation } from '~/web/translation'

/** The publisher's reason, until the report is submitted again. */
export function ReturnedNote({ why }: { why: string | null }) {
  const { t } = useTranslation('reports')
  if (!why) return null
  return (
    <Notification tone="warning" title={t('prepare.returned-title')}>
      <p className="user-text" dir="auto">
        {why}
      </p>
    </Notification>
  )
}
