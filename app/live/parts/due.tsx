import { useTranslation } from '~/web/translation'
import type { Clock } from '../clock'

/** The day, and whether a notice of holidays may still move it. */
export function Due({ clock: { due, provisional } }: { clock: Clock }) {
  const { t } = useTranslation('live')
  return (
    <>
      <time dateTime={due}>{due}</time>
      {provisional ? ` ${t('clock.provisional')}` : null}
    </>
  )
}
