import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { CheckboxField, RadioGroup } from '~/ui/choices'
import { UserText } from '~/ui/quote'
import { SummaryList } from '~/ui/summary-list'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import type { FormErrors } from '~/web/form-errors'
import { useTranslation } from '~/web/translation'
import { dispositions, isTakenUp, type Disposition } from '../rules'
import { ArticleSelect, type ArticleChoice } from './article-select'
import { Change } from './change'

type Decided = {
  summary: string
  articleId: number | null
  disposition: Disposition | null
  reason: string
  textBefore: string
  textAfter: string
  newPassage: boolean
}
type Props = {
  action: string
  point: Decided
  articles: readonly ArticleChoice[]
  sent?: Record<string, string>
  errors: FormErrors
  lang: string
  mayChange: boolean
}

/** What was said, what is decided, why, and what becomes of the article. */
export function DecisionForm({ action, point, articles, sent, errors, lang, mayChange }: Props) {
  const { t } = useTranslation('reports')
  if (!mayChange) return <Decision point={point} lang={lang} />
  const values: Record<string, string | undefined> = sent ?? {
    ...point,
    articleId: point.articleId ? String(point.articleId) : '',
    disposition: point.disposition ?? '',
    newPassage: point.newPassage ? 'on' : '',
    textAfter: point.textAfter || startOf(point),
  }
  const field = (
    name: 'summary' | 'reason' | 'textBefore' | 'textAfter',
    words: 'summary' | 'reason' | 'before' | 'after',
    rows: number,
  ) => (
    <TextArea
      name={name}
      label={t(`decide.${words}`)}
      hint={t(`decide.${words}-hint`)}
      error={errors.of(name)}
      value={values[name]}
      rows={rows}
      lang={lang}
    />
  )
  return (
    <form method="post" action={address(action)} className="form stack">
      {field('summary', 'summary', 2)}
      <ArticleSelect articles={articles} value={values.articleId} label={t('decide.article')} lang={lang} error={errors.of('articleId')} />
      <RadioGroup
        name="disposition"
        legend={t('decide.disposition')}
        error={errors.of('disposition')}
        value={values.disposition}
        options={[
          ...dispositions.map((one) => ({ value: one as string, label: t(`disposition.${one}`), hint: t(`disposition-means.${one}`) })),
          { value: '', label: t('decide.later') },
        ]}
      />
      {field('reason', 'reason', 5)}
      {field('textBefore', 'before', 6)}
      <CheckboxField name="newPassage" label={t('decide.new-passage')} checked={values.newPassage === 'on'} />
      {field('textAfter', 'after', 6)}
      <ActionBar>
        <Button>{t('decide.submit')}</Button>
      </ActionBar>
    </form>
  )
}

/** A change is written upon the article; where nothing was taken up there is none to write. */
const startOf = ({ disposition, textBefore }: Decided) => (!disposition || isTakenUp(disposition) ? textBefore : '')

function Decision({ point, lang }: { point: Decided; lang: string }) {
  const { t } = useTranslation('reports')
  return (
    <SummaryList
      plain
      items={[
        { key: t('decide.summary'), value: <UserText lang={lang}>{point.summary}</UserText> },
        { key: t('decide.disposition'), value: point.disposition ? t(`disposition.${point.disposition}`) : t('undecided') },
        {
          key: t('decide.reason'),
          value: (
            <p className="user-text" dir="auto" lang={lang}>
              {point.reason}
            </p>
          ),
        },
        ...(point.textAfter
          ? [{ key: t('point.change'), value: <Change before={point.textBefore} after={point.textAfter} lang={lang} /> }]
          : []),
      ]}
    />
  )
}
