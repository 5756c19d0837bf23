import { useTranslation } from '~/web/translation'
import type { Party } from '../rules'

/** What a party needs beside seats. */
export function DeskNeeds({ of }: { of: Omit<Party, 'size'> }) {
  const { t } = useTranslation(['registrations', 'reports'])
  const needs = [
    of.wheelchairs > 0 ? t('desk.wheelchairs', { count: of.wheelchairs }) : null,
    of.interpreter ? t('desk.interpreter') : null,
    of.quiet ? t('desk.quiet') : null,
  ].filter((need) => need !== null)
  return <>{needs.length > 0 ? needs.join(t('reports:separator')) : t('desk.no-needs')}</>
}
