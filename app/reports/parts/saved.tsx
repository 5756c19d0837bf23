import { Notification } from '~/ui/notification'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { PointFault } from '../rules'

type Props = { id: number; lacks: readonly PointFault[]; undecided: number | null }

/** The point is kept as it is; what will stop the report is said at once, not at the end. */
export function Saved({ id, lacks, undecided }: Props) {
  const { t } = useTranslation('reports')
  const short = lacks.map((why) => t(`lacks.${why}`)).join(t('separator'))
  return (
    <Notification
      tone={lacks.length > 0 ? 'warning' : 'success'}
      announce
      title={lacks.length > 0 ? t('decide.saved-lacking', { lacks: short }) : t('decide.saved')}
    >
      {undecided ? <a href={address(`/desk/consultations/${id}/points/${undecided}`)}>{t('decide.next', { number: undecided })}</a> : null}
    </Notification>
  )
}
