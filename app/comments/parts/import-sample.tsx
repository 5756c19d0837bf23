import { UserText } from '~/ui/quote'
import { Table } from '~/ui/table'
import { showMinute } from '~/web/dates'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'
import type { ShownPreview } from '../importing/shown'

type Row = ShownPreview['listed'][number]

/** The first rows as they will stand in the list, each by its line in the file. */
export function ImportSample({ preview: { count, listed } }: { preview: ShownPreview }) {
  const { t } = useTranslation('comments')
  const { lang, county } = usePage()
  return (
    <>
      <Table
        caption={t('desk.import.sample')}
        columns={[
          { header: t('desk.import.line'), cell: (row) => row.line, numeric: true, rowHeader: true },
          {
            header: t('desk.import.table.article'),
            cell: (row) => (row.article === null ? t('new.whole') : <UserText>{row.article}</UserText>),
          },
          { header: t('desk.import.table.author'), cell: (row) => <Author {...row} /> },
          { header: t('desk.import.table.channel'), cell: (row) => t(`channel.${row.channel}`) },
          { header: t('desk.import.table.date'), cell: (row) => showMinute(new Date(row.receivedAt), lang, county.zone) },
          { header: t('desk.import.table.content'), cell: (row) => <UserText>{row.body}</UserText> },
        ]}
        rows={listed}
        rowKey={(row) => row.line}
      />
      {count > listed.length ? <p className="hint">{t('desk.import.more', { count: count - listed.length })}</p> : null}
    </>
  )
}

function Author({ author, shownAs }: Pick<Row, 'author' | 'shownAs'>) {
  const { t } = useTranslation('comments')
  if (!author) return <>{t('list.unnamed')}</>
  return (
    <>
      <UserText>{author}</UserText>
      <br />
      <span className="hint">{shownAs ? t('receipt.shown-as', { name: shownAs }) : t('receipt.shown-none')}</span>
    </>
  )
}
