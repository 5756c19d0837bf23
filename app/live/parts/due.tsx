import { MetaList } from '~/ui/list-row'
import { Tag } from '~/ui/tag'
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

/** Until when an answer in writing is owed, and by how much it is late. */
export function DueLine({ clock }: { clock: Clock | null }) {
  const { t } = useTranslation('live')
  if (!clock) return null
  return (
    <>
      <MetaList items={[{ label: t('clock.due'), value: <Due clock={clock} /> }]} />
      {clock.late > 0 ? (
        <p>
          <Tag tone="withheld">{t('clock.late', { count: clock.late })}</Tag>
        </p>
      ) : null}
    </>
  )
}
