import { Section } from '~/ui/section'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { InadmissibleReason } from '../rules'

type Props = {
  id: number
  points: readonly { number: number; summary: string }[]
  refused: { reason: string; note: string } | null
  withdrawn: boolean
}

/** Where the comment stands at the moment. */
export function WhereNow({ id, points, refused, withdrawn }: Props) {
  const { t } = useTranslation('reports')
  if (withdrawn) return <p>{t('sort.withdrawn')}</p>
  if (points.length === 0 && !refused) return null
  return (
    <Section title={t('sort.now')}>
      {refused ? <p>{t('sort.now-refused', { reason: t(`inadmissible-reason.${refused.reason as InadmissibleReason}`) })}</p> : null}
      <ul>
        {points.map(({ number, summary }) => (
          <li key={number}>
            <a href={address(`/desk/consultations/${id}/points/${number}`)}>{t('point.number', { number })}</a>{' '}
            <UserText>{summary}</UserText>
          </li>
        ))}
      </ul>
    </Section>
  )
}
