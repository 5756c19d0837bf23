import { MissingList as List, RefusalNote } from '~/ui/refusal-note'
import { useTranslation } from '~/web/translation'
import type { WhyNot } from '~/approval/rules'
import { LIST_MINUTES } from '~/draws/rules'
import type { Lack } from '../desk-reads.server'

export type WhyRefused = WhyNot | 'too-many' | 'gone' | 'groups-changed' | 'no-such-campaign' | 'no-such-consultation'
export type Refused = { why: WhyRefused; missing?: readonly Lack[] }

function useLackWords() {
  const { t } = useTranslation(['open-days', 'draws'])
  return (lack: Lack) =>
    lack === 'draw-source' || lack === 'draw-moment'
      ? t(`draws:missing.${lack}`, { minutes: LIST_MINUTES })
      : t(`open-days:desk.missing.${lack}`)
}

/** Why a rule said no, in a sentence, with what is missing one by one. */
export function Refusal({ refused }: { refused: Refused | undefined }) {
  const { t } = useTranslation('open-days')
  const wordsOf = useLackWords()
  if (!refused) return null
  const missing = refused.why === 'incomplete' ? refused.missing?.map(wordsOf) : undefined
  return <RefusalNote why={t(`desk.why.${refused.why}`)} missing={missing} />
}

export function MissingList({ missing }: { missing: readonly Lack[] }) {
  const wordsOf = useLackWords()
  return <List items={missing.map(wordsOf)} />
}
