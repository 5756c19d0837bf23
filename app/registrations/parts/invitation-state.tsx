import type { SerializeFrom } from '@remix-run/node'
import { Tag } from '~/ui/tag'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { InvitationRow } from '../invitation-reads.server'

/** Not used yet, used by which registration, or taken back. */
export function InvitationState({ of, dayId }: { of: SerializeFrom<InvitationRow>; dayId: number }) {
  const { t } = useTranslation('registrations')
  if (of.revokedAt) return <Tag tone="withheld">{t('desk.invite.revoked')}</Tag>
  if (of.number === null) return <Tag tone="pending">{t('desk.invite.unused')}</Tag>
  return <a href={address(`/desk/open-days/${dayId}/registrations/${of.registration}`)}>{t('desk.invite.used', { number: of.number })}</a>
}
