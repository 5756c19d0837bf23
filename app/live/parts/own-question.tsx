import { Instant } from '~/consultations/parts/instant'
import { MetaList } from '~/ui/list-row'
import { UserText } from '~/ui/quote'
import { Tag } from '~/ui/tag'
import { VisuallyHidden } from '~/ui/visually-hidden'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import { outcomeOf, type DeclineReason, type Disposition, type State } from '../rules'
import { QuestionBody, QuestionHead } from './question-head'
import { QuestionNumbers } from './question-numbers'

const tones = { pending: 'pending', published: 'open', declined: 'withheld', withdrawn: 'neutral' } as const

export type OwnQuestionShown = {
  number: number
  body: string
  state: State
  askedAt: string
  answeredAt: string | null
  declineReason: string | null
  declineNote: string
  disposition: Disposition | null
  dispositionWhy: string
  /** The question that it was merged into, and what became of that. */
  root: { number: number | null; answeredAt: string | null; disposition: Disposition | null; dispositionWhy: string } | null
  mayWithdraw: boolean
}
type Props = { code: string; lang: string; question: OwnQuestionShown }

/** A question as its asker alone sees it: where it stands, and why. */
export function OwnQuestion({ code, lang, question }: Props) {
  const { t } = useTranslation('live')
  const { number, body, state, mayWithdraw } = question
  const answeredAt = question.answeredAt ?? question.root?.answeredAt
  return (
    <article className="question" aria-labelledby={`question-${number}-by`}>
      <QuestionHead code={code} number={number} level={2} linked={state === 'published'}>
        <Tag tone={tones[state]}>{t(`mine.state.${state}`)}</Tag>
        {answeredAt ? <Tag tone="reported">{t('question.answered')}</Tag> : null}
      </QuestionHead>
      <QuestionBody body={body} />
      <MetaList items={useOutcome(code, lang, question)} />
      {mayWithdraw ? (
        <p>
          <a href={address(`/live/${code}/questions/${number}/withdrawal`)}>
            {t('mine.withdraw')}
            <VisuallyHidden> {t('number', { number })}</VisuallyHidden>
          </a>
        </p>
      ) : null}
    </article>
  )
}

function useOutcome(code: string, lang: string, question: OwnQuestionShown) {
  const { t } = useTranslation('live')
  const { askedAt, declineReason, declineNote, root } = question
  const decided = root ?? question
  const outcome = outcomeOf(decided)
  const told = outcome !== 'merged' && outcome !== 'withdrawn' ? outcome : null
  const rows = [
    { label: t('mine.asked'), value: <Instant at={askedAt} /> },
    { label: t('mine.reason'), value: declineReason ? t(`reason.${declineReason as DeclineReason}`) : null },
    { label: t('mine.note'), value: declineNote ? <UserText lang={lang}>{declineNote}</UserText> : null },
    { label: t('mine.merged'), value: root?.number ? <QuestionNumbers code={code} numbers={[root.number]} /> : null },
    {
      label: t('mine.disposition'),
      value: told ? (
        <>
          {t(`disposition.${told}`)} <UserText lang={lang}>{decided.dispositionWhy}</UserText>
        </>
      ) : null,
    },
  ]
  return rows.filter(({ value }) => value)
}
