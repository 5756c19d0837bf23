import { Instant } from '~/consultations/parts/instant'
import { Table } from '~/ui/table'
import { useTranslation } from '~/web/translation'

export type SlotCount = { id: number; position: number; name: string; arriveAt: string; expected: number; arrived: number }

export function Arrivals({ counts }: { counts: SlotCount[] }) {
  const { t } = useTranslation('check-ins')
  return (
    <Table
      caption={t('counts')}
      captionHidden
      rows={counts}
      rowKey={({ id }) => id}
      columns={[
        { header: t('slot'), cell: ({ name, position }) => name || t('slot-number', { number: position }) },
        { header: t('at-time'), cell: ({ arriveAt }) => <Instant at={arriveAt} /> },
        { header: t('expected'), cell: ({ expected }) => t('people', { count: expected }) },
        { header: t('arrived'), cell: ({ arrived }) => t('people', { count: arrived }) },
      ]}
    />
  )
}

type Scan = {
  id: number
  outcome: 'admitted' | 'repeat' | 'refused'
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
          cell: ({ outcome, people }) => `${t(`outcome.${outcome}`)}${people ? ` ${t('people', { count: people })}` : ''}`,
        },
      ]}
    />
  )
}
