import { useTranslation } from '~/web/translation'
import { ListRow } from '~/ui/list-row'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { DepartmentName } from '~/accounts/parts/department-name'
import type { Shown } from '../rules'
import { Instant } from './instant'
import { StageTag } from './stage-tag'

/** One consultation in a public list. */
export function ConsultationRow({ c, level = 3 }: { c: Shown; level?: 2 | 3 }) {
  const { t } = useTranslation('consultations')
  return (
    <ListRow
      href={address(`/consultations/${c.slug}`)}
      title={<UserText lang={c.lang}>{c.title}</UserText>}
      level={level}
      tag={<StageTag stage={c.stage} closingIn={c.closingSoon ? c.daysLeft : undefined} />}
      meta={[
        { label: t('department'), value: <DepartmentName of={c.department} /> },
        {
          label: t('period'),
          value: (
            <>
              {c.opensAt ? <Instant at={c.opensAt} dayOnly /> : null} – {c.closesAt ? <Instant at={c.closesAt} dayOnly /> : null}
            </>
          ),
        },
        ...(c.stage === 'open' ? [{ label: t('left'), value: t('days', { count: c.daysLeft }) }] : []),
        ...(c.reportedAt ? [{ label: t('reported-on'), value: <Instant at={c.reportedAt} dayOnly /> }] : []),
        ...(c.stage === 'scheduled' ? [] : [{ label: t('comments'), value: t('items', { count: c.comments }) }]),
      ]}
      links={c.reportedAt ? [{ href: address(`/consultations/${c.slug}/report`), label: t('read-report') }] : []}
    >
      {c.summary ? (
        <p className="user-text" lang={c.lang}>
          {c.summary}
        </p>
      ) : null}
    </ListRow>
  )
}
