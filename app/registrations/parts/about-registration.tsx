import type { SerializeFrom } from '@remix-run/node'
import { UserText } from '~/ui/quote'
import { SummaryList } from '~/ui/summary-list'
import { useTranslation } from '~/web/translation'
import type { RegistrationRow } from '../desk-reads.server'
import { DeskNeeds } from './desk-needs'
import { DeskSlot, useMinute } from './desk-slot'
import { DeskState } from './desk-state'

/** What the list shows of a registration, and how it came to where it is. */
export function AboutRegistration({ one }: { one: SerializeFrom<RegistrationRow> }) {
  const { t } = useTranslation(['registrations', 'comments'])
  const minute = useMinute()
  const when = (at: string) => <time dateTime={at}>{minute(at)}</time>
  const some = <T,>(value: T | null | '', show: (value: T) => { key: string; value: React.ReactNode }) =>
    value === null || value === '' ? [] : [show(value as T)]
  return (
    <SummaryList
      items={[
        { key: t('desk.column.state'), value: <DeskState of={one} /> },
        { key: t('desk.column.slot'), value: <DeskSlot slot={one.slot} /> },
        ...some(one.group, (group) => ({ key: t('desk.one.group'), value: <UserText>{group}</UserText> })),
        { key: t('desk.column.size'), value: t('desk.people', { count: one.size }) },
        { key: t('desk.column.needs'), value: <DeskNeeds of={one} /> },
        { key: t('desk.one.name'), value: one.name ? <UserText>{one.name}</UserText> : t('desk.gone') },
        { key: t('desk.one.contact'), value: one.contact || t('desk.gone') },
        { key: t('desk.column.how'), value: t(`comments:channel.${one.channel}`) },
        { key: t('desk.one.since'), value: when(one.createdAt) },
        { key: t('desk.one.state-since'), value: when(one.stateAt) },
        ...some(one.photoConsent, (yes) => ({ key: t('desk.one.photo'), value: t(yes ? 'desk.one.yes' : 'desk.one.no') })),
        ...some(one.endedBy, (by) => ({
          key: t('desk.one.ended'),
          value: <Ending by={t(`desk.one.ended-by.${by}`)} why={one.endedWhy} />,
        })),
      ]}
    />
  )
}

const Ending = ({ by, why }: { by: string; why: string }) => (
  <>
    {by}
    {why ? <p className="user-text">{why}</p> : null}
  </>
)
