import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/web/translation'
import { EmptyState } from '~/ui/empty-state'
import { List } from '~/ui/list-row'
import { Pagination } from '~/ui/pagination'
import { TabNav } from '~/ui/tab-nav'
import { address } from '~/web/address'
import { databaseNow } from '~/web/clock.server'
import { showMonth } from '~/web/dates'
import { usePage } from '~/web/page'
import { reportedAmong } from '~/visit-reports/reads.server'
import { Page } from '~/web/page-layout'
import { redirectTo } from '~/web/responses.server'
import { boundsOf, monthAt, monthOf } from '../month'
import { DayRow } from '../parts/day-row'
import { MonthGrid } from '../parts/month-grid'
import { dayCounts, openDaysBetween, openDaysIn, startsAround } from '../reads.server'
import { dayTabs, toShownDay } from '../rules'

const PAGE = 20

export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams
  const [counts, now] = await Promise.all([dayCounts(), databaseNow()])
  const asked = search.get('month')
  const month = monthOf(asked, now, context.county.zone)
  if (asked !== null) {
    const { zone } = context.county
    const { from, to } = boundsOf(month, zone)
    const [days, around] = await Promise.all([openDaysBetween(from, to), startsAround(from, to)])
    const beside = { before: around.before && monthAt(around.before, zone), after: around.after && monthAt(around.after, zone) }
    return { tab: 'month' as const, month, beside, counts, page: 1, days: days.map(toShownDay), reported: [] as number[] }
  }
  const tab = dayTabs.find((each) => each === search.get('tab')) ?? 'upcoming'
  const page = Math.min(1_000, Math.max(1, Math.trunc(Number(search.get('page'))) || 1))
  if (page > Math.max(1, Math.ceil(counts[tab] / PAGE))) throw redirectTo(tab === 'past' ? '/open-days?tab=past' : '/open-days')
  const days = await openDaysIn({ tab, limit: PAGE, offset: (page - 1) * PAGE })
  return {
    tab,
    month,
    beside: { before: null, after: null },
    counts,
    page,
    days: days.map(toShownDay),
    reported: await reportedAmong(days.map(({ id }) => id)),
  }
}

export const meta: MetaFunction = () => [
  { tagName: 'link', rel: 'alternate', type: 'application/atom+xml', href: address('/feeds/open-days.atom') },
]

export default function OpenDays() {
  const { t } = useTranslation(['open-days', 'visit-reports'])
  const { tab, month, counts, days, reported } = useLoaderData<typeof loader>()
  return (
    <Page title={t('title')} lead={t('lead')}>
      <TabNav
        label={t('tabs')}
        items={[
          { href: address('/open-days'), label: t('tab.upcoming'), count: counts.upcoming, current: tab === 'upcoming' },
          { href: address('/open-days', { tab: 'past' }), label: t('tab.past'), count: counts.past, current: tab === 'past' },
          { href: address('/open-days', { month }), label: t('tab.month'), current: tab === 'month' },
        ]}
      />
      {tab === 'month' ? (
        <Month />
      ) : days.length === 0 ? (
        <EmptyState title={t(`none.${tab}`)}>{t('none-hint')}</EmptyState>
      ) : (
        <List label={t(`tab.${tab}`)}>
          {days.map((day) => (
            <DayRow key={day.id} day={day} level={2} reported={reported.includes(day.id)} />
          ))}
        </List>
      )}
      {tab === 'month' ? null : <Pages />}
      <ul className="list-row-links" role="list">
        <li>
          <a href={address('/open-days/reports')}>{t('visit-reports:title')}</a>
        </li>
        <li>
          <a href={address('/registrations')}>{t('find-mine')}</a>
        </li>
        <li>
          <a href={address('/feeds/open-days.ics')}>{t('calendar-feed')}</a>
        </li>
      </ul>
    </Page>
  )
}

function Month() {
  const { t } = useTranslation('open-days')
  const { lang } = usePage()
  const { month, beside, days } = useLoaderData<typeof loader>()
  const named = (each: string) => showMonth(new Date(`${each}-15T00:00Z`), lang, 'UTC')
  const to = (each: string | null) => (each ? { href: address('/open-days', { month: each }), label: named(each) } : null)
  return (
    <>
      <p className="month-title">
        <strong>{named(month)}</strong>
      </p>
      {days.length === 0 ? <EmptyState title={t('none.month')} /> : <MonthGrid month={month} label={named(month)} days={days} />}
      <Pagination label={t('months')} previous={to(beside.before)} next={to(beside.after)} />
    </>
  )
}

function Pages() {
  const { t } = useTranslation(['open-days', 'web'])
  const { tab, page, counts } = useLoaderData<typeof loader>()
  const of = tab === 'past' ? 'past' : 'upcoming'
  const to = (number: number) => address('/open-days', { tab: of === 'past' ? of : '', page: number })
  return (
    <Pagination
      label={t('pages')}
      previous={page > 1 ? { href: to(page - 1), label: t('web:previous') } : undefined}
      next={page < Math.ceil(counts[of] / PAGE) ? { href: to(page + 1), label: t('web:next') } : undefined}
    />
  )
}
