import { UserText } from '~/ui/quote'
import { Table } from '~/ui/table'
import { address } from '~/web/address'
import { showMinute } from '~/web/dates'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'
import { actorOf, actWord } from '../lines'
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
  page: string | null
}

/** Three columns, so that it can be read on a desk and, one below the other, on a phone. */
export function Lines({ rows }: { rows: Line[] }) {
  const { t } = useTranslation('record')
  return (
    <Table
      caption={t('title')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.seq}
      columns={[
        { header: t('column.act'), cell: (row) => <What row={row} />, rowHeader: true },
        { header: t('column.who'), cell: (row) => <Who row={row} />, hideHeader: true },
        { header: t('column.more'), cell: (row) => <Why row={row} />, hideHeader: true },
      ]}
    />
  )
}

function What({ row }: { row: Line }) {
  const { t } = useTranslation('record')
  const { lang } = usePage()
  const department = (lang === 'en' && row.departmentEn) || row.department
  return (
    <>
      {actWord(t, row.act)}
      <br />
      <span className="hint">
        {row.page ? (
          <a href={address(row.page)}>
            <About row={row} />
          </a>
        ) : (
          <About row={row} />
        )}
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

function About({ row: { subject, subjectId } }: { row: Line }) {
  const { t } = useTranslation('record')
  const [id = '', part] = subjectId.split('/')
  const name = t(`subject.${subject as Subject}`)
  if (subject === 'county') return <>{name}</>
  // An account's number says nothing to a reader; its first digits tell two apart.
  if (!part) return <>{`${name} ${id.length > 12 ? id.slice(0, 8) : id}`}</>
  return <>{`${name} ${t(subject === 'report' ? 'revision' : 'numbered', { number: part })}${t('of', { id })}`}</>
}

function Who({ row }: { row: Line }) {
  const { t } = useTranslation(['record', 'accounts'])
  const { lang, county } = usePage()
  const [name, role] = actorOf(t, row)
  return (
    <>
      <UserText>{name}</UserText>
      {role ? <span className="hint"> {role}</span> : null}
      <br />
      <time dateTime={row.at}>{showMinute(new Date(row.at), lang, county.zone)}</time>
    </>
  )
}

function Why({ row }: { row: Line }) {
  return (
    <>
      {row.why ? <UserText>{row.why}</UserText> : null}
      {row.why && row.facts ? <br /> : null}
      {row.facts ? <span className="hint">{row.facts}</span> : null}
    </>
  )
}
