import { UserText } from '~/ui/quote'
import { VisuallyHidden } from '~/ui/visually-hidden'
import { address } from '~/web/address'
import { showDay, showTime, showWeekday, toLocalField } from '~/web/dates'
import { usePage } from '~/web/page'
import { daysOf, weekdayOf } from '../month'
import type { ShownDay } from '../rules'
import { DayTag } from './day-tag'

type Props = { month: string; label: string; days: ShownDay[] }

/** One list of the days on which something is open. On a wide screen it is laid out as the month, with the other days between. */
export function MonthGrid({ month, label, days }: Props) {
  const { county } = usePage()
  const dayOf = (at: Date | string) => toLocalField(new Date(at), county.zone).slice(0, 10)
  const all = daysOf(month)
  return (
    <>
      <WeekdayHeads />
      <ul className={`month is-from-${weekdayOf(all[0]!)}`} role="list" aria-label={label}>
        {all.map((date) => {
          const open = days.filter(({ slots }) => slots.some(({ startsAt }) => dayOf(startsAt) === date))
          return open.length > 0 ? (
            <li key={date}>
              <DayName date={date} />
              <ul role="list">
                {open.map((day) => (
                  <Entry key={day.id} day={day} slots={day.slots.filter(({ startsAt }) => dayOf(startsAt) === date)} />
                ))}
              </ul>
            </li>
          ) : (
            <li key={date} className="is-empty" aria-hidden="true">
              {Number(date.slice(8))}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function DayName({ date }: { date: string }) {
  const { lang } = usePage()
  const noon = new Date(`${date}T12:00Z`)
  return (
    <h2 className="month-day">
      <time dateTime={date}>
        <span className="month-name">{`${showDay(noon, lang, 'UTC')} ${showWeekday(noon, lang, 'UTC')}`}</span>
        <span className="month-number" aria-hidden="true">
          {Number(date.slice(8))}
        </span>
      </time>
    </h2>
  )
}

function Entry({ day, slots }: { day: ShownDay; slots: ShownDay['slots'] }) {
  const { county } = usePage()
  const running = slots.filter(({ cancelledAt }) => !cancelledAt)
  const shown = running.length > 0 ? running : slots
  return (
    <li className="month-entry">
      <a href={address(`/open-days/${day.slug}`)}>
        <UserText lang={day.lang}>{day.title}</UserText>
      </a>
      <span className="hint">
        <VisuallyHidden> </VisuallyHidden>
        {shown.map(({ startsAt }) => showTime(new Date(startsAt), county.zone)).join(' · ')}
      </span>
      <DayTag stage={running.length > 0 ? day.stage : 'cancelled'} />
    </li>
  )
}

/** Monday first; the days say their own names where there is no grid. */
function WeekdayHeads() {
  const { lang } = usePage()
  return (
    <div className="month-heads" aria-hidden="true">
      {[1, 2, 3, 4, 5, 6, 7].map((day) => (
        <span key={day}>{showWeekday(new Date(Date.UTC(2024, 0, day)), lang, 'UTC')}</span>
      ))}
    </div>
  )
}
