import { RefusalNote } from '~/ui/refusal-note'
import { useTranslation } from '~/web/translation'
import type { Missing, WhyNotWork } from '../rules'

export type Why = WhyNotWork | 'not-published' | 'too-many' | 'gone' | 'no-such-office' | 'was-published'
export type Refused = { why: Why; missing?: readonly Missing[] }

/** Why a rule said no, in a sentence, with what is missing one by one. */
export function Refusal({ refused }: { refused: Refused | undefined }) {
  const { t } = useTranslation('visit-reports')
  if (!refused) return null
  const missing = refused.why === 'incomplete' ? refused.missing?.map((each) => t(`desk.missing.${each}`)) : undefined
  return <RefusalNote why={t(`desk.why.${refused.why}`)} missing={missing} />
}
