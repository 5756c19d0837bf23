import { useTranslation } from '~/web/translation'
import { Inset } from '~/ui/inset'
import { Table } from '~/ui/table'
import type { ReportDocument } from '../document'

type Props = Pick<ReportDocument, 'equation' | 'beside'> & { byChannel: ReportDocument['figures']['byChannel'] }

const terms = ['received', 'inPoints', 'withdrawn', 'inadmissible', 'unaccounted'] as const

/** The equation as a sentence, and by channel in a table whose columns add up. */
export function Equation({ equation, beside, byChannel }: Props) {
  const { t } = useTranslation(['reports', 'comments'])
  const rows = [
    ...byChannel.map(({ channel, ...share }) => ({ name: t(`comments:channel.${channel}`), ...share })),
    { name: t('balance.total'), ...equation },
  ]
  return (
    <>
      <Inset>
        <p className="lead">{t('equation', equation)}</p>
        {beside.late > 0 ? <p>{t('late', { count: beside.late })}</p> : null}
      </Inset>
      {byChannel.length > 0 ? (
        <Table
          caption={t('balance.caption')}
          columns={[
            { header: t('balance.channel'), cell: (row) => row.name, rowHeader: true },
            ...terms.map((term) => ({ header: t(`term.${term}`), cell: (row: (typeof rows)[number]) => row[term], numeric: true })),
          ]}
          rows={rows}
          rowKey={(row) => row.name}
        />
      ) : null}
    </>
  )
}
