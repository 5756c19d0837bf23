import { useTranslation } from '~/web/translation'
import { UserText } from '~/ui/quote'
import { SummaryList } from '~/ui/summary-list'
import { Tag } from '~/ui/tag'
import { showMinute } from '~/web/dates'
import { usePage } from '~/web/page'
import type { Visibility } from '../rules'
import { toneOf } from './queue-table'

type Props = { decision: { visibility: Visibility; reason: string; note: string; decidedAt: string } }

/** How a comment stands, with reason and note: for its author and the desk. */
export function StandingDecision({ decision }: Props) {
  const { t } = useTranslation('moderation')
  const { lang, county } = usePage()
  return (
    <SummaryList
      plain
      items={[
        {
          key: t('objection.decision'),
          value: (
            <>
              <Tag tone={toneOf[decision.visibility]}>{t(`visibility.${decision.visibility}`)}</Tag>{' '}
              <time dateTime={decision.decidedAt}>{showMinute(new Date(decision.decidedAt), lang, county.zone)}</time>
            </>
          ),
        },
        ...(decision.reason ? [{ key: t('objection.reason'), value: t(`reason.${decision.reason as 'insult'}`) }] : []),
        ...(decision.note ? [{ key: t('objection.note'), value: <UserText>{decision.note}</UserText> }] : []),
      ]}
    />
  )
}
