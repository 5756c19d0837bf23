import { Notification } from '~/ui/notification'
import { UserText } from '~/ui/quote'
import { Table } from '~/ui/table'
import { useTranslation } from '~/web/translation'
import { COLUMNS_MOST, IMPORT_MAX } from '../importing/limits'
import type { ShownPreview } from '../importing/shown'
import { COMMENT_MAX, NAME_MAX, REPLACEMENT_MAX } from '../rules'

const most: Record<string, number> = {
  'content-long': COMMENT_MAX,
  'replacement-long': REPLACEMENT_MAX,
  'author-long': NAME_MAX * 2,
  'too-many': IMPORT_MAX,
  'columns-many': COLUMNS_MOST,
}

/** Every fault with every line it stands on. */
export function ImportFaults({ faults }: Pick<ShownPreview, 'faults'>) {
  const { t } = useTranslation('comments')
  return (
    <>
      <Notification tone="warning" title={t('desk.import.bad-text')} announce />
      <Table
        caption={t('desk.import.bad')}
        columns={[
          { header: t('desk.import.why'), cell: (fault) => t(`desk.import.fault.${fault.why}`, { max: most[fault.why] }), rowHeader: true },
          { header: t('desk.import.written'), cell: (fault) => (fault.value ? <UserText>{fault.value}</UserText> : null) },
          { header: t('desk.import.line'), cell: (fault) => fault.lines || t('desk.import.whole-file') },
        ]}
        rows={faults}
        rowKey={(_, index) => index}
      />
    </>
  )
}
