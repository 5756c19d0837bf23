import { Notification } from '~/ui/notification'
import { useTranslation } from '~/web/translation'
import { acts } from '../desk-acts'

/** What was just done, said once. */
export function DoneNote({ done, number }: { done: string | undefined; number: number | undefined }) {
  const { t } = useTranslation('live')
  const act = acts.find((each) => each === done)
  if (!act || number === undefined) return null
  return <Notification announce tone="success" title={t('desk.done', { number, act: t(`desk.act.${act}`) })} />
}
