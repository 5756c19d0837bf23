import { useTranslation } from '~/web/translation'
import { Notification } from '~/ui/notification'
import type { Missing, WhyNot } from '../rules'

export type WhyRefused = WhyNot | 'broken-text' | 'draft-too-long' | 'no-such-unit' | 'too-many-files' | 'no-such-file'
export type Refused = { why: WhyRefused; missing?: readonly Missing[] }

/** Why a rule said no, in a sentence, with what is missing one by one. */
export function Refusal({ refused, announce = true }: { refused: Refused | undefined; announce?: boolean }) {
  const { t } = useTranslation('consultations')
  if (!refused) return null
  return (
    <Notification tone="warning" title={t(`why.${refused.why}`)} announce={announce}>
      {refused.why === 'incomplete' && refused.missing ? <MissingList missing={refused.missing} /> : null}
    </Notification>
  )
}

export function MissingList({ missing }: { missing: readonly Missing[] }) {
  const { t } = useTranslation('consultations')
  return (
    <div className="prose">
      <ul>
        {missing.map((each) => (
          <li key={each}>{t(`missing.${each}`)}</li>
        ))}
      </ul>
    </div>
  )
}
