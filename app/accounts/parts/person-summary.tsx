import { UserText } from '~/ui/quote'
import { SummaryList } from '~/ui/summary-list'
import { Tag } from '~/ui/tag'
import { useTranslation } from '~/web/translation'
import type { Role } from '../rules'
import { DepartmentName } from './department-name'
import { When } from './when'

type Props = {
  name: string
  role: Role
  department: { name: string; nameEn: string } | null
  phone: string | null
  email: string | null
  createdAt: string
  lastSignedInAt: string | null
  disabledAt: string | null
  disabledBy: string | null
  disabledWhy: string | null
}

export function PersonSummary({ person }: { person: Props }) {
  const { t } = useTranslation('accounts')
  const { role, department, phone, email, disabledAt, disabledBy } = person
  return (
    <SummaryList
      plain
      items={[
        { key: t('desk.people.role'), value: t(`role.${role}`) },
        ...(role === 'resident' ? [] : [{ key: t('desk.people.department'), value: <DepartmentName of={department} /> }]),
        { key: t('desk.person.contacts'), value: [phone, email].filter(Boolean).join(' · ') },
        { key: t('desk.person.since'), value: <When at={person.createdAt} /> },
        { key: t('desk.people.seen'), value: person.lastSignedInAt ? <When at={person.lastSignedInAt} /> : t('desk.people.never') },
        {
          key: t('desk.people.state'),
          value: disabledAt ? <Tag tone="withheld">{t('desk.people.disabled')}</Tag> : <Tag tone="open">{t('desk.people.active')}</Tag>,
        },
        ...(disabledAt
          ? [
              { key: <UserText>{t('desk.person.disabled-by', { name: disabledBy ?? '' })}</UserText>, value: <When at={disabledAt} /> },
              { key: t('desk.person.disabled-why'), value: <UserText>{person.disabledWhy ?? ''}</UserText> },
            ]
          : []),
      ]}
    />
  )
}
