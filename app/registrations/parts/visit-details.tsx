import { Instant } from '~/consultations/parts/instant'
import { Prose } from '~/consultations/parts/notice'
import { Arrival, SlotTime } from '~/open-days/parts/slot-time'
import { UserText } from '~/ui/quote'
import { SummaryList, type SummaryItem } from '~/ui/summary-list'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { ShownVisit } from './shown-visit'

/** What, when, where; and everything that is kept about the visitor. */
export function VisitDetails({ visit }: { visit: ShownVisit }) {
  const { t } = useTranslation('registrations')
  const { day } = visit
  const { lang } = day
  const about: SummaryItem[] = visit.name
    ? [
        { key: t('visit.name'), value: <UserText>{visit.name}</UserText> },
        ...(visit.contact ? [{ key: t('visit.contact'), value: visit.contact }] : []),
        ...visit.answers.map(({ label, text }) => ({
          key: <UserText lang={lang}>{label}</UserText>,
          value: <Prose text={text} lang="" />,
        })),
      ]
    : []
  return (
    <>
      <SummaryList
        plain
        items={[
          {
            key: t('visit.day'),
            value: (
              <a href={address(`/open-days/${day.slug}`)}>
                <UserText lang={lang}>{day.title}</UserText>
              </a>
            ),
          },
          ...whenAndWhere(visit, t),
          ...partyOf(visit, t),
          { key: t('visit.number'), value: `${visit.slot.position}-${visit.number}` },
          ...about,
          ...(visit.photoConsent === null
            ? []
            : [{ key: t('visit.photo'), value: t(visit.photoConsent ? 'visit.photo-yes' : 'visit.photo-no') }]),
          { key: t('visit.sent'), value: <Instant at={visit.createdAt} /> },
        ]}
      />
      <p className="hint">{visit.name ? t('visit.kept', { days: day.keptDays }) : t('visit.forgotten')}</p>
    </>
  )
}

type T = ReturnType<typeof useTranslation<'registrations'>>['t']

function whenAndWhere({ slot, day, group }: ShownVisit, t: T): SummaryItem[] {
  const text = (key: string, value: string) => (value ? [{ key, value: <Prose text={value} lang={day.lang} /> }] : [])
  return [
    {
      key: t('visit.when'),
      value: (
        <>
          <SlotTime slot={slot} /> {slot.name ? <UserText lang={day.lang}>{slot.name}</UserText> : null}
        </>
      ),
    },
    {
      key: t('visit.arrive'),
      value: (
        <strong>
          <Arrival at={slot.arriveAt} />
        </strong>
      ),
    },
    ...text(t('visit.where'), slot.place || day.place),
    ...text(t('visit.gate'), slot.gate),
    ...(group ? [{ key: t('visit.group'), value: <UserText lang={day.lang}>{group}</UserText> }] : []),
  ]
}

function partyOf({ size, wheelchairs, interpreter, quiet }: ShownVisit, t: T): SummaryItem[] {
  const needs = [
    ...(wheelchairs > 0 ? [t('visit.wheelchairs', { count: wheelchairs })] : []),
    ...(interpreter ? [t('new.interpreter')] : []),
    ...(quiet ? [t('new.quiet')] : []),
  ]
  return [
    { key: t('visit.size'), value: t('visit.people', { count: size }) },
    ...(needs.length > 0 ? [{ key: t('visit.needs'), value: needs.join(' · ') }] : []),
  ]
}
