import { UserText } from '~/ui/quote'
import { useTranslation } from '~/web/translation'
import type { Plan } from '../desk-reads.server'

type Question = Pick<Plan['questions'][number], 'kind' | 'options' | 'required'>

/** How a question is answered, and whether it has to be. */
export function QuestionKind({ of: { kind, options, required }, lang }: { of: Question; lang: string }) {
  const { t } = useTranslation('open-days')
  return (
    <>
      {t(`desk.questions.kinds.${kind}`)}
      {' · '}
      {t(required ? 'desk.questions.required' : 'desk.questions.not-required')}
      {options.length > 0 ? (
        <span className="hint">
          {' '}
          <UserText lang={lang}>{options.join(' / ')}</UserText>
        </span>
      ) : null}
    </>
  )
}
