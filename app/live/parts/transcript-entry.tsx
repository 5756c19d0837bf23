import { DepartmentName } from '~/accounts/parts/department-name'
import { Instant } from '~/consultations/parts/instant'
import { MetaList } from '~/ui/list-row'
import { UserText } from '~/ui/quote'
import { Tag } from '~/ui/tag'
import { useTranslation } from '~/web/translation'
import type { Clock } from '../clock'
import { outcomeOf, type channels, type Disposition, type State } from '../rules'
import { Answers, type ShownAnswer } from './answers'
import { ArticleLink, type DraftOf, type TaggedArticle } from './article-link'
import { Due, Late } from './due'
import { QuestionBody, QuestionHead } from './question-head'
import { QuestionNumbers } from './question-numbers'

export type Entry = {
  number: number
  state: State
  body: string
  name: string
  channel: (typeof channels)[number]
  publishedAt: Date | string | null
  disposition: Disposition | null
  dispositionWhy: string
  residents: number
  guests: number
  commentNumber: number | null
  mergedInto: number | null
  answeredAt: Date | string | null
  clock: Clock | null
  department: { name: string; nameEn: string } | null
  article: TaggedArticle
  answers: readonly ShownAnswer[]
}

type Of = { code: string; lang: string; consultation: DraftOf }

/** A question in the record: what was asked, what became of it and why, what was answered. */
export function TranscriptEntry({ of, question }: { of: Of; question: Entry }) {
  const { t } = useTranslation('live')
  const { number, state, body, name, disposition } = question
  const outcome = outcomeOf(question)
  const isGone = state === 'withdrawn'
  return (
    <article className="question" aria-labelledby={`question-${number}-by`}>
      <QuestionHead code={of.code} number={number} name={isGone ? undefined : name} level={3}>
        <Tag tone={question.answeredAt ? 'reported' : disposition ? undefined : 'pending'}>
          {outcome ? t(`disposition.${outcome}`) : t('transcript.undecided')}
        </Tag>
        <Late clock={question.clock} answered={question.answeredAt !== null} />
      </QuestionHead>
      {isGone ? <p>{t('question.withdrawn')}</p> : <QuestionBody body={body} />}
      <MetaList items={useMeta(of, question)} />
      <Answers answers={question.answers} lang={of.lang} />
      {question.answeredAt && question.answers.length === 0 && !isGone ? <p className="hint">{t('answer.to-come')}</p> : null}
    </article>
  )
}

function useMeta({ code, lang, consultation }: Of, question: Entry) {
  const { t } = useTranslation('live')
  const { channel, publishedAt, dispositionWhy, residents, guests, commentNumber, mergedInto, department, article, clock } = question
  const rows = [
    { label: t('transcript.columns.published'), value: publishedAt ? <Instant at={publishedAt} /> : null },
    { label: t('question.supports-label'), value: t('question.supports', { all: residents + guests, residents, guests }) },
    { label: t('question.via'), value: channel === 'web' ? null : t(`channel.${channel}`) },
    { label: t('transcript.columns.merged'), value: mergedInto ? <QuestionNumbers code={code} numbers={[mergedInto]} /> : null },
    { label: t('question.tagged'), value: department?.name ? <DepartmentName of={department} /> : null },
    { label: t('question.article'), value: consultation && article ? <ArticleLink draft={consultation} article={article} /> : null },
    { label: t('clock.due'), value: clock ? <Due clock={clock} /> : null },
    { label: t('transcript.columns.why'), value: dispositionWhy ? <UserText lang={lang}>{dispositionWhy}</UserText> : null },
    { label: t('transcript.columns.comment'), value: commentNumber },
  ]
  return rows.filter(({ value }) => value)
}
