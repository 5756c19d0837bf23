import type { SerializeFrom } from '@remix-run/node'
import { useTranslation } from '~/web/translation'
import { UserText } from '~/ui/quote'
import { Table } from '~/ui/table'
import { Tag, type TagTone } from '~/ui/tag'
import { address } from '~/web/address'
import { showMinute } from '~/web/dates'
import { usePage } from '~/web/page'
import type { QueueRow } from '../reads.server'
import type { QueueFilter, Visibility } from '../rules'
import { beginning } from './beginning'
import { FoundKinds } from './found-kinds'

type Row = SerializeFrom<QueueRow>
type Props = { rows: Row[]; show: QueueFilter; here: string; caption: string }

export const toneOf: Record<Visibility | 'waiting', TagTone> = {
  waiting: 'pending',
  published: 'open',
  redacted: 'closing',
  withheld: 'withheld',
}

export function QueueTable({ rows, show, here, caption }: Props) {
  const { t } = useTranslation('moderation')
  const { lang, county } = usePage()
  return (
    <Table
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.number}
      columns={[
        { header: t('queue.comment'), rowHeader: true, cell: (row) => <Number row={row} show={show} here={here} /> },
        { header: t('queue.said'), cell: (row) => <UserText lang={row.lang}>{beginning(row.body)}</UserText> },
        {
          header: t('queue.received'),
          cell: (row) => <time dateTime={row.receivedAt}>{showMinute(new Date(row.receivedAt), lang, county.zone)}</time>,
        },
        show === 'waiting'
          ? { header: t('queue.found'), cell: (row) => <FoundKinds kinds={row.found} /> }
          : { header: t('queue.decision'), cell: (row) => <Decision row={row} /> },
      ]}
    />
  )
}

function Number({ row, show, here }: { row: Row; show: QueueFilter; here: string }) {
  const { t } = useTranslation('moderation')
  const objection = show === 'objections' && row.objection
  const href = objection ? `/desk/objections/${row.objection}` : `${here}/${row.number}`
  return (
    <>
      <a href={address(href)} aria-label={`${t('queue.number', { number: row.number })} ${objection ? t('queue.see-objection') : ''}`}>
        {t('queue.number', { number: row.number })}
      </a>
      <p className="hint">{row.article ? <UserText>{row.article}</UserText> : t('queue.whole')}</p>
    </>
  )
}

function Decision({ row }: { row: Row }) {
  const { t } = useTranslation('moderation')
  const visibility = row.visibility ?? 'waiting'
  return (
    <>
      <Tag tone={toneOf[visibility]}>{t(`visibility.${visibility}`)}</Tag>
      {row.reason ? <p className="hint">{t(`reason.${row.reason as 'insult'}`)}</p> : null}
    </>
  )
}
