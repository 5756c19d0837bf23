import { MetaList } from '~/ui/list-row'
import { Tag } from '~/ui/tag'
import { showDay } from '~/web/dates'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'
import type { Clock } from '../clock'

/** The day, and whether a notice of holidays may still move it. */
export function Due({ clock: { due, provisional } }: { clock: Clock }) {
  const { t } = useTranslation('live')
  const { lang } = usePage()
  return (
    <>
      <time dateTime={due}>{showDay(new Date(`${due}T00:00Z`), lang, 'UTC')}</time>
      {provisional ? ` ${t('clock.provisional')}` : null}
    </>
  )
}

/** Late is said, also where the answer came in the end. */
export function Late({ clock, answered = false }: { clock: Clock | null; answered?: boolean }) {
  const { t } = useTranslation('live')
  if (!clock || clock.late === 0) return null
  return <Tag tone="withheld">{t(answered ? 'clock.answered-late' : 'clock.late', { count: clock.late })}</Tag>
}

/** Until when an answer in writing is owed, and by how much it is late. */
export function DueLine({ clock }: { clock: Clock | null }) {
  const { t } = useTranslation('live')
  if (!clock) return null
  return (
    <>
      <MetaList items={[{ label: t('clock.due'), value: <Due clock={clock} /> }]} />
      <Late clock={clock} />
    </>
  )
}
