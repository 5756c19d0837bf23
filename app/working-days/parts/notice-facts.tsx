import { UserText } from '~/ui/quote'
import { SummaryList } from '~/ui/summary-list'
import { showDay, showMinute } from '~/web/dates'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'
import type { Change } from '../notice'

type Props = {
  sourceDoc: string
  coveredUntil: string
  total: number
  last: { at: string | Date; by: string; change: Partial<Change> } | null
}

/** Which notice it is, who loaded it, and what that altered. */
export function NoticeFacts({ sourceDoc, coveredUntil, total, last }: Props) {
  const { t } = useTranslation('working-days')
  const { lang, county } = usePage()
  const change = (['added', 'removed', 'changed'] as const)
    .map((how) => [how, last?.change[how] ?? []] as const)
    .filter(([, days]) => days.length > 0)
    .map(([how, days]) => t(`change.${how}`, { days: days.join(t('separator')) }))
  const loaded = last ? t('by', { at: showMinute(new Date(last.at), lang, county.zone), name: last.by }) : t('built')
  return (
    <SummaryList
      items={[
        { key: t('fact.source'), value: <UserText lang="zh-CN">{sourceDoc}</UserText> },
        { key: t('fact.until'), value: showDay(new Date(`${coveredUntil}T00:00Z`), lang, 'UTC') },
        { key: t('fact.total'), value: t('days', { count: total }) },
        { key: t('fact.loaded'), value: loaded },
        ...(change.length > 0 ? [{ key: t('fact.change'), value: change.join(lang === 'en' ? '; ' : '；') }] : []),
      ]}
    />
  )
}
