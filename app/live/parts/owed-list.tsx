import { DepartmentName } from '~/accounts/parts/department-name'
import { List, ListRow } from '~/ui/list-row'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { Clock } from '../clock'
import { Due, Late } from './due'

type Owed = {
  sessionId: number
  title: string
  lang: string
  number: number
  body: string
  department: { name: string; nameEn: string }
  clock: Clock | null
}

/** Answers in writing that are still to be given; `ofOne`: all of the session whose page this is. */
export function OwedList({ owed, ofOne = false }: { owed: readonly Owed[]; ofOne?: boolean }) {
  const { t } = useTranslation('live')
  if (owed.length === 0) return null
  return (
    <Section id="owed" title={t('desk.owed.title')} lead={ofOne ? undefined : t('desk.owed.lead')}>
      <List label={t('desk.owed.title')}>
        {owed.map(({ sessionId, number, title, lang, body, department, clock }) => (
          <ListRow
            key={`${sessionId}/${number}`}
            href={address(`/desk/live/${sessionId}/questions/${number}/written-answer`)}
            title={t('desk.owed.answer', { number })}
            tag={<Late clock={clock} />}
            meta={[
              ...(ofOne ? [] : [{ label: t('desk.column.title'), value: <UserText lang={lang}>{title}</UserText> }]),
              { label: t('desk.owed.by'), value: <DepartmentName of={department} /> },
              ...(clock ? [{ label: t('clock.due'), value: <Due clock={clock} /> }] : []),
            ]}
          >
            <p className="user-text" dir="auto">
              {body}
            </p>
          </ListRow>
        ))}
      </List>
    </Section>
  )
}
