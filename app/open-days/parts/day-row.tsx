import { useTranslation } from '~/web/translation'
import { ListRow } from '~/ui/list-row'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { DepartmentName } from '~/accounts/parts/department-name'
import type { ShownDay, ShownSlot } from '../rules'
import { DayTag } from './day-tag'
import { PlacesLeft } from './places-left'
import { SlotTime } from './slot-time'

/** One open day in a public list. */
export function DayRow({ day, level = 3, reported = false }: { day: ShownDay; level?: 2 | 3; reported?: boolean }) {
  const { t } = useTranslation(['open-days', 'visit-reports'])
  const running = day.slots.filter(({ cancelledAt }) => !cancelledAt)
  return (
    <ListRow
      href={address(`/open-days/${day.slug}`)}
      title={<UserText lang={day.lang}>{day.title}</UserText>}
      level={level}
      links={reported ? [{ href: address(`/open-days/${day.slug}/report`), label: t('visit-reports:link-to') }] : []}
      tag={<DayTag stage={day.stage} />}
      meta={[
        ...(running.length > 0 ? [{ label: t('when'), value: <When slots={running} now={new Date(day.now)} /> }] : []),
        { label: t('department'), value: <DepartmentName of={day.department} /> },
        ...(day.places > 0 && day.stage !== 'cancelled' ? [{ label: t('places'), value: <PlacesLeft day={day} /> }] : []),
      ]}
    >
      {day.summary ? (
        <p className="user-text" lang={day.lang}>
          {day.summary}
        </p>
      ) : null}
    </ListRow>
  )
}

/** The next one; where all are over, the first. */
function When({ slots, now }: { slots: ShownSlot[]; now: Date }) {
  const { t } = useTranslation('open-days')
  const next = slots.find(({ endsAt }) => new Date(endsAt) >= now) ?? slots[0]!
  return (
    <>
      <SlotTime slot={next} /> {slots.length > 1 ? t('slots-more', { count: slots.length }) : null}
    </>
  )
}
