import { DepartmentName } from '~/accounts/parts/department-name'
import { MetaList } from '~/ui/list-row'
import { UserText } from '~/ui/quote'
import { Tag } from '~/ui/tag'
import { useTranslation } from '~/web/translation'
import { outcomeOf, type channels, type Disposition } from '../rules'
import { Answers, type ShownAnswer } from './answers'
import { ArticleLink, type DraftOf, type TaggedArticle } from './article-link'
import { QuestionBody, QuestionHead } from './question-head'
import { QuestionNumbers } from './question-numbers'
import { SupportButton } from './support-button'

export type ShownQuestion = {
  number: number
  body: string
  name: string
  channel: (typeof channels)[number]
  pinnedAt: Date | string | null
  stagedAt: Date | string | null
  answeredAt: Date | string | null
  disposition: Disposition | null
  dispositionWhy: string
  residents: number
  guests: number
  department: { name: string; nameEn: string } | null
  article: TaggedArticle
  parts: readonly number[]
  answers: readonly ShownAnswer[]
}

type Of = { code: string; lang: string; consultation: DraftOf }
type Props = { of: Of; question: ShownQuestion; takesPart: boolean; supported: boolean; level?: 2 | 3 }

/** One question as the public sees it, with what was answered. */
export function QuestionItem({ of, question, takesPart, supported, level = 3 }: Props) {
  const { t } = useTranslation('live')
  const { number, body, name, residents, guests, stagedAt, pinnedAt, answeredAt, answers } = question
  return (
    <article className={`question${stagedAt ? ' is-staged' : ''}`} aria-labelledby={`question-${number}-by`}>
      <QuestionHead code={of.code} number={number} name={name} level={level}>
        <span data-staged="" hidden={!stagedAt}>
          <Tag tone="open">{t('question.staged')}</Tag>
        </span>
        {pinnedAt ? <Tag>{t('question.pinned')}</Tag> : null}
        {answeredAt ? <Tag tone="reported">{t('question.answered')}</Tag> : null}
      </QuestionHead>
      <QuestionBody body={body} />
      <MetaList items={useMeta(of, question)} />
      <div className="question-supports">
        <span>
          {t('question.supports-label')}{' '}
          <strong data-supports={t('question.supports', { all: '{all}', residents: '{residents}', guests: '{guests}' })}>
            {t('question.supports', { all: residents + guests, residents, guests })}
          </strong>
        </span>
        {takesPart ? <SupportButton code={of.code} number={number} given={supported} /> : null}
      </div>
      <Answers answers={answers} lang={of.lang} />
      {answeredAt && answers.length === 0 ? <p className="hint">{t('answer.to-come')}</p> : null}
    </article>
  )
}

function useMeta({ code, lang, consultation }: Of, question: ShownQuestion) {
  const { t } = useTranslation('live')
  const { channel, department, article, parts, dispositionWhy, answeredAt } = question
  const outcome = answeredAt ? null : outcomeOf(question)
  const rows = [
    { label: t('question.article'), value: consultation && article ? <ArticleLink draft={consultation} article={article} /> : null },
    { label: t('question.tagged'), value: department?.name ? <DepartmentName of={department} /> : null },
    { label: t('question.via'), value: channel === 'web' ? null : t(`channel.${channel}`) },
    {
      label: t('question.disposition'),
      value: outcome ? (
        <>
          {t(`disposition.${outcome}`)} <UserText lang={lang}>{dispositionWhy}</UserText>
        </>
      ) : null,
    },
    { label: t('question.parts'), value: parts.length > 0 ? <QuestionNumbers code={code} numbers={parts} /> : null },
  ]
  return rows.filter(({ value }) => value)
}
