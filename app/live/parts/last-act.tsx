import { Instant } from '~/consultations/parts/instant'
import { actWord } from '~/record/lines'
import { useTranslation } from '~/web/translation'

export type Last = { at: string; actorName: string; act: string } | null

/** Who acted on a question last, what they did and when. */
export function LastAct({ last }: { last: Last }) {
  const { t } = useTranslation(['live', 'record'])
  if (!last) return null
  return (
    <p className="hint">
      {t('desk.last')} <bdi>{last.actorName}</bdi> · {actWord(t as never, last.act)} · <Instant at={last.at} />
    </p>
  )
}
