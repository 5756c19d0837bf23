import { roles, type Role } from '~/accounts/rules'
import { UserText } from '~/ui/quote'
import { Table } from '~/ui/table'
import { showSecond } from '~/web/dates'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'
import { actWord } from '../lines'
import type { Subject } from '../rules'

type Line = {
  seq: number
  at: string
  actorName: string
  actorRole: string
  department: string | null
  departmentEn: string | null
  act: string
  subject: string
  subjectId: string
  why: string
  facts: string
}

const isRole = (role: string): role is Role => (roles as readonly string[]).includes(role)

export function Lines({ rows }: { rows: Line[] }) {
  const { t } = useTranslation(['record', 'accounts'])
  const { lang, county } = usePage()
  const who = (row: Line) =>
    isRole(row.actorRole) ? (
      <>
        <UserText>{row.actorName}</UserText>
        {lang === 'en' ? ` (${t(`accounts:role.${row.actorRole}`)})` : `（${t(`accounts:role.${row.actorRole}`)}）`}
      </>
    ) : (
      t('system')
    )
  return (
    <Table
      caption={t('title')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.seq}
      columns={[
        { header: t('column.seq'), cell: (row) => row.seq, numeric: true },
        { header: t('column.at'), cell: (row) => <time dateTime={row.at}>{showSecond(new Date(row.at), lang, county.zone)}</time> },
        { header: t('column.act'), cell: (row) => actWord(t, row.act), rowHeader: true },
        { header: t('column.subject'), cell: (row) => <About row={row} /> },
        { header: t('column.person'), cell: who },
        {
          header: t('column.department'),
          cell: (row) => <UserText>{(lang === 'en' && row.departmentEn) || row.department || ''}</UserText>,
        },
        { header: t('column.why'), cell: (row) => <UserText>{row.why}</UserText> },
        { header: t('column.facts'), cell: (row) => <UserText>{row.facts}</UserText> },
      ]}
    />
  )
}

function About({ row }: { row: Line }) {
  const { t } = useTranslation('record')
  const id = row.subjectId.length > 12 ? row.subjectId.slice(0, 8) : row.subjectId
  return (
    <>
      {t(`subject.${row.subject as Subject}`)} <UserText>{row.subject === 'county' ? '' : id}</UserText>
    </>
  )
}
