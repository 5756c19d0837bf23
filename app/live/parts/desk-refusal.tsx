import { RefusalNote } from '~/ui/refusal-note'
import { useTranslation } from '~/web/translation'
import type { WhyNotEnter } from '~/comments/rules'
import type { WhyNotHere } from '~/accounts/rules'
import type { WhyNotAct, WhyNotFile, WhyNotStep } from '../rules'

export type WhyRefused =
  | WhyNotHere
  | WhyNotStep
  | WhyNotAct
  | WhyNotFile
  | Exclude<WhyNotEnter, WhyNotHere>
  | 'too-many'
  | 'banned'
  | 'gone'
  | 'no-such-answerer'
  | 'other-body'

/** Why a rule said no, in a sentence. */
export function DeskRefusal({ why, announce = true }: { why: WhyRefused | undefined; announce?: boolean }) {
  const { t } = useTranslation('live')
  return why ? <RefusalNote why={t(`desk.why.${why}`)} announce={announce} /> : null
}
