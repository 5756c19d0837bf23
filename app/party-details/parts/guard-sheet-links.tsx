import { dayOf } from '~/calendar/periods'
import { address } from '~/web/address'
import { showDay } from '~/web/dates'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'

type Slot = { gate: string; startsAt: string; cancelledAt: string | null }

/** One sheet for each entrance and each day. */
export function GuardSheetLinks({ id, slots }: { id: number; slots: Slot[] }) {
  const { t } = useTranslation('party-details')
  const { lang, county } = usePage()
  const sheets = new Map(
    slots
      .filter(({ cancelledAt }) => !cancelledAt)
      .map(({ gate, startsAt }) => {
        const at = new Date(startsAt)
        const on = dayOf(at, county.zone)
        return [`${on} ${gate}`, { gate, on, day: showDay(at, lang, county.zone) }]
      }),
  )
  return (
    <>
      {[...sheets].map(([key, { gate, on, day }]) => (
        <li key={key}>
          <a href={address(`/desk/open-days/${id}/guard-sheet`, { gate, on })}>
            {gate ? t('desk.sheet.link-gate', { gate }) : t('desk.sheet.link')} {day}
          </a>
        </li>
      ))}
    </>
  )
}
