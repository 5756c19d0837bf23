import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ActionBar } from '~/ui/action-bar'
import { LinkButton } from '~/ui/button'
import { Notification } from '~/ui/notification'
import { UserText } from '~/ui/quote'
import { Table } from '~/ui/table'
import { Tag } from '~/ui/tag'
import { allowedIn } from '~/web/access.server'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { DepartmentName } from '../parts/department-name'
import { When } from '../parts/when'
import { idleness, mayManagePeople, maySeePeople } from '../people-rules'
import { people, type PersonRow } from '../reads.server'

const shown = ({ now, ...person }: PersonRow) => ({ ...person, idle: person.disabledAt ? ('used' as const) : idleness(person, now) })

export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = allowedIn(context, maySeePeople(context.viewer))
  return json({ people: (await people()).map(shown), manages: mayManagePeople(viewer).ok })
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['people'][number]

export default function People() {
  const { people, manages } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const stale = people.filter((person) => person.idle !== 'used').length
  return (
    <Page title={t('desk.people.title')} lead={t('desk.people.lead')} trail={[{ href: '/desk', label: t('desk.home') }]} wide>
      {manages ? (
        <ActionBar>
          <LinkButton href={address('/desk/people/invitations')}>{t('desk.people.invite')}</LinkButton>
          <LinkButton variant="secondary" href={address('/desk/departments')}>
            {t('desk.people.departments')}
          </LinkButton>
          <LinkButton variant="secondary" href={address('/desk/reset-codes')}>
            {t('desk.people.counter')}
          </LinkButton>
        </ActionBar>
      ) : null}
      {stale > 0 ? (
        <Notification tone="warning" title={t('desk.people.stale-title', { count: stale })}>
          <p>{t('desk.people.stale-note')}</p>
        </Notification>
      ) : null}
      <Table
        caption={t('desk.people.caption')}
        captionHidden
        rows={people}
        rowKey={(row) => row.id}
        empty={t('desk.people.empty')}
        columns={[
          {
            header: t('name'),
            cell: (row) => (
              <a href={address(`/desk/people/${row.id}`)}>
                <UserText>{row.name}</UserText>
              </a>
            ),
            rowHeader: true,
          },
          { header: t('desk.people.role'), cell: (row) => t(`role.${row.role}`) },
          { header: t('desk.people.department'), cell: (row) => <DepartmentName of={row.department} /> },
          {
            header: t('desk.people.seen'),
            cell: (row) => (row.lastSignedInAt ? <When at={row.lastSignedInAt} /> : t('desk.people.never')),
          },
          { header: t('desk.people.state'), cell: (row) => <State of={row} /> },
        ]}
      />
    </Page>
  )
}

function State({ of }: { of: Row }) {
  const { t } = useTranslation('accounts')
  if (of.disabledAt) return <Tag tone="withheld">{t('desk.people.disabled')}</Tag>
  if (of.idle === 'stale') return <Tag tone="pending">{t('desk.people.stale')}</Tag>
  if (of.idle === 'never') return <Tag tone="pending">{t('desk.people.never')}</Tag>
  return <Tag tone="open">{t('desk.people.active')}</Tag>
}
