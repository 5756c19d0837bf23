import { useTranslation } from '~/web/translation'
import { MissingList as List, RefusalNote } from '~/ui/refusal-note'
import type { Missing, WhyNot } from '../rules'

export type WhyRefused = WhyNot | 'broken-text' | 'draft-too-long' | 'no-such-unit' | 'too-many-files' | 'no-such-file'
export type Refused = { why: WhyRefused; missing?: readonly Missing[] }

/** Why a rule said no, in a sentence, with what is missing one by one. */
export function Refusal({ refused, announce = true }: { refused: Refused | undefined; announce?: boolean }) {
  const { t } = useTranslation('consultations')
  if (!refused) return null
  const missing = refused.why === 'incomplete' ? refused.missing?.map((each) => t(`missing.${each}`)) : undefined
  return <RefusalNote why={t(`why.${refused.why}`)} missing={missing} announce={announce} />
}

export function MissingList({ missing }: { missing: readonly Missing[] }) {
  const { t } = useTranslation('consultations')
  return <List items={missing.map((each) => t(`missing.${each}`))} />
}
