import { Button } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { Table } from '~/ui/table'
import { VisuallyHidden } from '~/ui/visually-hidden'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { Role } from '../rules'
import { DepartmentName } from './department-name'
import { When } from './when'

type Row = { id: number; name: string; role: Role; department: { name: string; nameEn: string } | null; expiresAt: string }

export function OpenInvitations({ rows }: { rows: Row[] }) {
  const { t } = useTranslation('accounts')
  return (
    <Table
      caption={t('desk.invite.open')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={t('desk.invite.empty')}
      columns={[
        { header: t('name'), cell: (row) => <UserText>{row.name}</UserText>, rowHeader: true },
        { header: t('desk.people.role'), cell: (row) => t(`role.${row.role}`) },
        { header: t('desk.people.department'), cell: (row) => <DepartmentName of={row.department} /> },
        { header: t('desk.invite.expires'), cell: (row) => <When at={row.expiresAt} /> },
        { header: t('desk.invite.action'), hideHeader: true, cell: (row) => <Revocation of={row} /> },
      ]}
    />
  )
}

function Revocation({ of }: { of: Row }) {
  const { t } = useTranslation('accounts')
  return (
    <form method="post" action={address(`/desk/people/invitations/${of.id}/revocation`)}>
      <Button variant="secondary" small>
        {t('desk.invite.revoke')} <VisuallyHidden>{t('desk.invite.revoke-about', { name: of.name })}</VisuallyHidden>
      </Button>
    </form>
  )
}
