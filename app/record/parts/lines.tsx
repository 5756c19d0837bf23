import { roles, type Role } from '~/accounts/rules'
import { Details } from '~/ui/details'
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

/** Four columns, so that it can be read on a desk and, one below the other, on a phone. */
export function Lines({ rows }: { rows: Line[] }) {
  const { t } = useTranslation('record')
  const { lang, county } = usePage()
  return (
    <Table
      caption={t('title')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.seq}
      columns={[
        { header: t('column.act'), cell: (row) => <What row={row} />, rowHeader: true },
        { header: t('column.person'), cell: (row) => <Who row={row} /> },
        {
          header: t('column.at'),
          cell: (row) => <time dateTime={row.at}>{showSecond(new Date(row.at), lang, county.zone)}</time>,
        },
        { header: t('column.why'), cell: (row) => <Why row={row} /> },
      ]}
    />
  )
}

function What({ row }: { row: Line }) {
  const { t } = useTranslation('record')
  const { lang } = usePage()
  // An account's number says nothing to a reader; its first digits tell two apart.
  const id = row.subject === 'county' ? '' : row.subjectId.length > 12 ? row.subjectId.slice(0, 8) : row.subjectId
  const department = (lang === 'en' && row.departmentEn) || row.department
  return (
    <>
      {actWord(t, row.act)}
      <br />
      <span className="hint">
        {t(`subject.${row.subject as Subject}`)} <UserText>{id}</UserText>
        {department ? (
          <>
            {' · '}
            <UserText>{department}</UserText>
          </>
        ) : null}
      </span>
    </>
  )
}

const isRole = (role: string): role is Role => (roles as readonly string[]).includes(role)

function Who({ row }: { row: Line }) {
  const { t } = useTranslation(['record', 'accounts'])
  if (!isRole(row.actorRole)) return <>{t(row.actorRole === 'author' ? 'author' : 'system')}</>
  return (
    <>
      <UserText>{row.actorName}</UserText>
      <br />
      <span className="hint">{t(`accounts:role.${row.actorRole}`)}</span>
    </>
  )
}

function Why({ row }: { row: Line }) {
  const { t } = useTranslation('record')
  return (
    <>
      {row.why ? <UserText>{row.why}</UserText> : null}
      {row.facts ? (
        <Details summary={t('column.facts')}>
          <p className="user-text">{row.facts}</p>
        </Details>
      ) : null}
    </>
  )
}
