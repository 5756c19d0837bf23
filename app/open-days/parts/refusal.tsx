import { MissingList as List, RefusalNote } from '~/ui/refusal-note'
import { useTranslation } from '~/web/translation'
import type { WhyNot } from '~/approval/rules'
import type { Missing } from '../rules'

export type WhyRefused = WhyNot | 'too-many' | 'gone' | 'groups-changed' | 'no-such-campaign' | 'no-such-consultation'
export type Refused = { why: WhyRefused; missing?: readonly Missing[] }

/** Why a rule said no, in a sentence, with what is missing one by one. */
export function Refusal({ refused }: { refused: Refused | undefined }) {
  const { t } = useTranslation('open-days')
  if (!refused) return null
  const missing = refused.why === 'incomplete' ? refused.missing?.map((each) => t(`desk.missing.${each}`)) : undefined
  return <RefusalNote why={t(`desk.why.${refused.why}`)} missing={missing} />
}

export function MissingList({ missing }: { missing: readonly Missing[] }) {
  const { t } = useTranslation('open-days')
  return <List items={missing.map((each) => t(`desk.missing.${each}`))} />
}
