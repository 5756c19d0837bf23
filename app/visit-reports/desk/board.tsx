import type { LoaderFunctionArgs } from '@remix-run/node'
import type { ReactNode } from 'react'
import { useLoaderData } from '@remix-run/react'
import { DepartmentName } from '~/accounts/parts/department-name'
import { Instant } from '~/consultations/parts/instant'
import { campaignsForDesk } from '~/open-days/desk-reads.server'
import { DayTag } from '~/open-days/parts/day-tag'
import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { PrintButton } from '~/ui/enhanced-buttons'
import { KeyFigures } from '~/ui/key-figures'
import { UserText } from '~/ui/quote'
import { Select } from '~/ui/select'
import { Table, type Column } from '~/ui/table'
import { Tag } from '~/ui/tag'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { boardAt } from '../board-access.server'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const [{ wanted, rows }, campaigns] = await Promise.all([boardAt(request, context), campaignsForDesk()])
  return { wanted, rows, campaigns: campaigns.map(({ id, title, lang }) => ({ id, title, lang })) }
}

const tones = { none: 'neutral', due: 'pending', 'in-time': 'reported', late: 'closing', overdue: 'withheld' } as const

export default function Board() {
  const { t } = useTranslation(['visit-reports', 'open-days', 'web'])
  const { wanted, rows, campaigns } = useLoaderData<typeof loader>()
  const days = rows.flatMap(({ day }) => (day ? [day] : []))
  const count = (...states: string[]) => days.filter(({ report }) => states.includes(report.state)).length
  return (
    <Page
      wide
      title={t('board.title')}
      lead={t('board.lead')}
      trail={[
        { label: t('web:nav.desk'), href: '/desk' },
        { label: t('open-days:desk.title'), href: '/desk/open-days' },
      ]}
    >
      <form method="get" action={address('/desk/open-days/board')} className="form">
        <Select
          name="campaign"
          label={t('board.campaign')}
          value={String(wanted ?? '')}
          options={[
            { value: '', label: t('board.every') },
            ...campaigns.map(({ id, title, lang }) => ({ value: String(id), label: title, lang })),
            { value: 'outside', label: t('board.outside') },
          ]}
        />
        <Button variant="secondary">{t('board.show')}</Button>
      </form>
      <KeyFigures
        items={[
          { label: t('board.held'), value: days.filter(({ stage }) => stage === 'held').length },
          { label: t('board.reported'), value: count('in-time', 'late') },
          { label: t('board.overdue'), value: count('overdue') },
          { label: t('board.silent'), value: rows.length - days.length },
        ]}
      />
      <BoardTable />
      <p className="hint">{t('board.calendar-days')}</p>
      <ActionBar>
        <a href={address('/desk/open-days/board.csv', wanted === null ? {} : { campaign: wanted })}>{t('board.csv')}</a>
        <PrintButton>{t('board.print')}</PrintButton>
      </ActionBar>
    </Page>
  )
}

function BoardTable() {
  const { t } = useTranslation(['visit-reports', 'open-days'])
  const { rows } = useLoaderData<typeof loader>()
  type Row = (typeof rows)[number]
  type Day = NonNullable<Row['day']>
  const ofDay = (header: string, cell: (day: Day) => ReactNode, numeric = false): Column<Row> => ({
    header,
    numeric,
    cell: ({ day }) => (day ? cell(day) : '—'),
  })
  const held = (day: Day, value: number | null) => (day.stage === 'held' ? (value ?? t('board.not-recorded')) : '—')
  return (
    <Table<Row>
      caption={t('board.title')}
      captionHidden
      rows={rows}
      rowKey={({ departmentId, day }) => `${departmentId} ${day?.id ?? ''}`}
      columns={[
        { header: t('board.department'), rowHeader: true, cell: ({ department }) => <DepartmentName of={department} /> },
        {
          header: t('board.day'),
          cell: ({ day }) =>
            day ? (
              <a href={address(`/desk/open-days/${day.id}`)}>
                <UserText lang={day.lang}>{day.title}</UserText>
              </a>
            ) : (
              <Tag tone="withheld">{t('board.nothing')}</Tag>
            ),
        },
        ofDay(t('board.stage'), ({ stage, lastEnd }) => (
          <>
            <DayTag stage={stage} />
            {lastEnd ? <Dated label={t('board.held-until')} at={lastEnd} /> : null}
          </>
        )),
        ofDay(t('board.report'), ({ id, dueAt, report: { state, days } }) =>
          state === 'none' ? (
            '—'
          ) : (
            <>
              <a href={address(`/desk/open-days/${id}/report`)}>
                <Tag tone={tones[state]}>{t(`board.state.${state}`, { count: days })}</Tag>
              </a>
              {dueAt ? <Dated label={t('board.due')} at={dueAt} /> : null}
            </>
          ),
        ),
        ofDay(t('board.offered'), ({ offered }) => offered, true),
        ofDay(t('board.came'), (day) => held(day, day.came), true),
        ofDay(t('board.walk-ins'), (day) => held(day, day.walkIns), true),
        ofDay(t('board.no-show'), (day) => held(day, day.noShow), true),
      ]}
    />
  )
}

const Dated = ({ label, at }: { label: string; at: string }) => (
  <div className="hint">
    {label} <Instant at={at} dayOnly />
  </div>
)
