import type { SerializeFrom } from '@remix-run/node'
import { Table } from '~/ui/table'
import { address } from '~/web/address'
import { showMinute } from '~/web/dates'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'
import type { MessageRow } from '../reads.server'
import type { CallOutcome } from '../rules'
import type { Template } from '../templates'

type Row = SerializeFrom<MessageRow>

export function MessageTable({ rows, caption }: { rows: Row[]; caption: string }) {
  const { t } = useTranslation('messages')
  const { lang, county } = usePage()
  return (
    <Table
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          header: t('desk.what'),
          rowHeader: true,
          cell: (row) => <a href={address(`/desk/messages/${row.id}`)}>{`${t(`template.${row.template as Template}`)} ${row.id}`}</a>,
        },
        { header: t('desk.to'), cell: (row) => `${t(`way.${row.way}`)} ${row.contact}` },
        { header: t('desk.department'), cell: (row) => (lang === 'en' && row.departmentEn) || row.department || t('desk.whole-county') },
        {
          header: t('desk.since'),
          cell: (row) => <time dateTime={row.createdAt}>{showMinute(new Date(row.createdAt), lang, county.zone)}</time>,
        },
        { header: t('desk.state'), cell: (row) => <State row={row} /> },
      ]}
    />
  )
}

/** How far it has come: attempts, the last error, the next try, or the outcome of a call. */
export function State({ row }: { row: Row }) {
  const { t } = useTranslation('messages')
  const { lang, county } = usePage()
  const count = row.attempts
  const when = (at: string) => showMinute(new Date(at), lang, county.zone)
  if (row.way === 'call' || row.outcome) {
    return (
      <>
        {count ? t('desk.called', { count }) : t('desk.called-none')} {row.outcome ? t(`outcome.${row.outcome as CallOutcome}`) : null}
        {row.calledBy ? (
          <p className="hint">{row.deliveredAt ? t('desk.by', { name: row.calledBy, when: when(row.deliveredAt) }) : row.calledBy}</p>
        ) : null}
      </>
    )
  }
  return (
    <>
      {count ? t('desk.attempts', { count }) : t('desk.attempts-none')}
      {row.lastError ? <p className="hint">{t('desk.error', { error: row.lastError })}</p> : null}
      {count && !row.gaveUpAt && !row.deliveredAt ? <p className="hint">{t('desk.again', { when: when(row.dueAt) })}</p> : null}
    </>
  )
}
