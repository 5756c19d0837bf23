import { DepartmentName } from '~/accounts/parts/department-name'
import { ListRow } from '~/ui/list-row'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { Stage } from '../rules'
import { SessionTag } from './session-tag'
import { SessionTime } from './session-time'

export type ListedSession = {
  code: string
  title: string
  lang: string
  summary: string
  stage: Stage
  startsAt: Date | string
  endsAt: Date | string
  department: { name: string; nameEn: string }
}

/** One session in a public list. */
export function SessionRow({ session }: { session: ListedSession }) {
  const { t } = useTranslation('live')
  const { code, title, lang, summary, stage, department } = session
  const isOver = stage === 'ended' || stage === 'closed'
  return (
    <ListRow
      href={address(`/live/${code}`)}
      title={<UserText lang={lang}>{title}</UserText>}
      tag={<SessionTag stage={stage} />}
      links={isOver ? [{ href: address(`/live/${code}/transcript`), label: t('board.transcript') }] : []}
      meta={[
        { label: t('when'), value: <SessionTime of={session} /> },
        { label: t('department'), value: <DepartmentName of={department} /> },
        ...(isOver ? [] : [{ label: t('code'), value: code }]),
      ]}
    >
      {summary ? (
        <p className="user-text" lang={lang}>
          {summary}
        </p>
      ) : null}
    </ListRow>
  )
}
