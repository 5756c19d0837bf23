import type { SerializeFrom } from '@remix-run/node'
import { UserText } from '~/ui/quote'
import { Table } from '~/ui/table'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { RegistrationRow } from '../desk-reads.server'
import { DeskNeeds } from './desk-needs'
import { DeskSlot, useMinute, useSlotName } from './desk-slot'
import { DeskState } from './desk-state'

type Row = SerializeFrom<RegistrationRow>

/** Names and contacts come masked. */
export function RegistrationsTable({ rows, here }: { rows: Row[]; here: string }) {
  const { t } = useTranslation(['registrations', 'comments'])
  const slotName = useSlotName()
  const minute = useMinute()
  return (
    <Table
      caption={t('desk.rows')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={t('desk.none')}
      columns={[
        {
          header: t('desk.column.number'),
          rowHeader: true,
          cell: (row) => (
            <a href={address(`${here}/${row.id}`)} aria-label={`${slotName(row.slot)} ${t('desk.number', { number: row.number })}`}>
              {t('desk.number', { number: row.number })}
            </a>
          ),
        },
        { header: t('desk.column.slot'), cell: (row) => <DeskSlot slot={row.slot} /> },
        { header: t('desk.column.who'), cell: (row) => <Who row={row} /> },
        { header: t('desk.column.size'), numeric: true, cell: (row) => row.size },
        { header: t('desk.column.needs'), cell: (row) => <DeskNeeds of={row} /> },
        { header: t('desk.column.state'), cell: (row) => <DeskState of={row} /> },
        {
          header: t('desk.column.how'),
          cell: (row) => (
            <>
              {t(`comments:channel.${row.channel}`)}
              <p className="hint">
                <time dateTime={row.createdAt}>{minute(row.createdAt)}</time>
              </p>
            </>
          ),
        },
      ]}
    />
  )
}

function Who({ row }: { row: Row }) {
  const { t } = useTranslation('registrations')
  if (!row.name && !row.contact) return <>{t('desk.gone')}</>
  return (
    <>
      <UserText>{row.name}</UserText> {row.contact}
      {row.group ? (
        <p className="hint">
          <UserText>{row.group}</UserText>
        </p>
      ) : null}
    </>
  )
}
