import type { ReactNode } from 'react'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'

type Props = {
  code: string
  number: number
  /** Undefined where nobody's name belongs; empty for none given. */
  name?: string
  level: 2 | 3
  linked?: boolean
  children?: ReactNode
}

/** Number, name and marks of a question; labels the article around it. */
export function QuestionHead({ code, number, name, level, linked = true, children }: Props) {
  const { t } = useTranslation('live')
  const Heading = `h${level}` as const
  return (
    <div className="question-head">
      <Heading className="question-by" id={`question-${number}-by`}>
        {linked ? <a href={address(`/live/${code}/questions/${number}`)}>{t('number', { number })}</a> : t('number', { number })}
        {name === undefined ? null : <span className="question-name"> · {name ? <UserText>{name}</UserText> : t('unnamed')}</span>}
      </Heading>
      {children}
    </div>
  )
}

export const QuestionBody = ({ body }: { body: string }) => (
  <p className="question-body user-text" dir="auto">
    {body}
  </p>
)
