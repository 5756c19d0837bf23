import { ActionBar } from '~/ui/action-bar'
import { LinkButton } from '~/ui/button'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'

/** The two ways a point ends before the report: in another point, or not at all. */
export function PointEnd({ here, others }: { here: string; others: readonly unknown[] }) {
  const { t } = useTranslation('reports')
  return (
    <ActionBar>
      {others.length > 0 ? (
        <LinkButton variant="secondary" href={address(`${here}/merging`)}>
          {t('decide.merge')}
        </LinkButton>
      ) : null}
      <LinkButton variant="secondary" href={address(`${here}/deletion`)}>
        {t('decide.remove')}
      </LinkButton>
    </ActionBar>
  )
}
