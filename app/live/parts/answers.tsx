import { Instant } from '~/consultations/parts/instant'
import { UserText } from '~/ui/quote'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'

export type ShownAnswer = {
  id: number
  way: 'live' | 'written'
  body: string
  corrects: number | null
  why: string
  at: Date | string
  name: string
  office: string
  department: string
  departmentEn: string
}

type Props = { answers: readonly ShownAnswer[]; lang: string; to?: number | null }

/** What was answered, oldest first; what corrects an answer stands beneath it. */
export const Answers = ({ answers, lang, to = null }: Props) => (
  <>
    {answers
      .filter(({ corrects }) => corrects === to)
      .map((answer) => (
        <Answer key={answer.id} answer={answer} all={answers} lang={lang} />
      ))}
  </>
)

function Answer({ answer, all, lang }: { answer: ShownAnswer; all: readonly ShownAnswer[]; lang: string }) {
  const { t } = useTranslation('live')
  const { id, way, body, corrects, why, at, name, office } = answer
  return (
    <div className="answer">
      <p className="answer-by">
        <strong>{corrects === null ? t(`answer.${way}`) : t('answer.correction')}</strong> · <Office of={answer} /> ·{' '}
        <UserText lang={lang}>{t('answer.by', { office, name })}</UserText> · <Instant at={at} />
      </p>
      {corrects === null ? null : <p className="hint">{t('answer.correction-why', { why })}</p>}
      <p className="user-text" lang={lang}>
        {body}
      </p>
      {all.some((each) => each.corrects === id) ? <p className="hint">{t('answer.corrected')}</p> : null}
      <Answers answers={all} lang={lang} to={id} />
    </div>
  )
}

function Office({ of: { department, departmentEn } }: { of: ShownAnswer }) {
  const { lang } = usePage()
  return <UserText>{lang === 'en' && departmentEn ? departmentEn : department}</UserText>
}
