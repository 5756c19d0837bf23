import { Instant } from '~/consultations/parts/instant'
import { UserText } from '~/ui/quote'
import { Table } from '~/ui/table'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'

export type SlotCount = {
  id: number
  position: number
  name: string
  gate: string
  arriveAt: string
  expected: number
  arrived: number
  walkIns: number
  conflicts: number
}

const figures = ['expected', 'arrived', 'walkIns', 'conflicts'] as const
const headers = { expected: 'expected', arrived: 'arrived', walkIns: 'walk-ins', conflicts: 'conflicts' } as const

/** How many have come; public/gate/counts.js keeps the numbers fresh. */
export function Arrivals({ dayId, counts }: { dayId: number; counts: SlotCount[] }) {
  const { t } = useTranslation('check-ins')
  const here = address(`/desk/open-days/${dayId}/check-in`)
  return (
    <div data-counts={`${here}/counts`} data-conflict={t('new-conflict')} data-lost={t('lost-touch')}>
      <Table
        caption={t('counts')}
        captionHidden
        rows={counts}
        rowKey={({ id }) => id}
        columns={[
          {
            header: t('slot'),
            cell: ({ name, position, gate }) => (
              <UserText>{[name || t('slot-number', { number: position }), gate].filter(Boolean).join(' · ')}</UserText>
            ),
          },
          { header: t('at-time'), cell: ({ arriveAt }) => <Instant at={arriveAt} /> },
          ...figures.map((figure) => ({
            header: t(headers[figure]),
            numeric: true,
            cell: (row: SlotCount) => <span data-count={`${row.id}-${figure}`}>{row[figure]}</span>,
          })),
        ]}
      />
      <p className="hint" role="status" data-counts-note={t('fresh')} />
      <p>
        <a href={`${here}#counts`}>{t('refresh')}</a>
      </p>
      <script type="module" src={address('/gate/counts.js')} />
    </div>
  )
}

export type DeviceCount = { device: string; people: number; scans: number; latest: string }

/** Each phone of the gate: the one that has been silent is the one to ask about. */
export function ByDevice({ devices }: { devices: DeviceCount[] }) {
  const { t } = useTranslation('check-ins')
  return (
    <Table
      caption={t('devices')}
      captionHidden
      rows={devices}
      rowKey={({ device }) => device}
      columns={[
        { header: t('device'), cell: ({ device }) => (device ? <UserText>{device}</UserText> : t('this-page')) },
        { header: t('arrived'), numeric: true, cell: ({ people }) => people },
        { header: t('scans'), numeric: true, cell: ({ scans }) => scans },
        { header: t('newest'), cell: ({ latest }) => <Instant at={latest} /> },
      ]}
    />
  )
}

type Scan = {
  id: number
  outcome: 'admitted' | 'repeat' | 'refused'
  conflict: boolean
  people: number
  scannedAt: string
  number: number | null
  position: number | null
}

export function LatestScans({ scans }: { scans: Scan[] }) {
  const { t } = useTranslation('check-ins')
  if (scans.length === 0) return <p className="hint">{t('none')}</p>
  return (
    <Table
      caption={t('latest')}
      captionHidden
      rows={scans}
      rowKey={({ id }) => id}
      columns={[
        { header: t('at-time'), cell: ({ scannedAt }) => <Instant at={scannedAt} /> },
        { header: t('who'), cell: ({ position, number }) => (number === null ? '—' : `${position}-${number}`) },
        {
          header: t('what'),
          cell: ({ outcome, people, conflict }) =>
            `${conflict ? t('outcome.conflict') : t(`outcome.${outcome}`)}${people ? ` ${t('people', { count: people })}` : ''}`,
        },
      ]}
    />
  )
}
