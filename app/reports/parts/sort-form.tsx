import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { CheckboxGroup } from '~/ui/choices'
import { UserText } from '~/ui/quote'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import type { FormErrors } from '~/web/form-errors'
import { useTranslation } from '~/web/translation'
import type { Disposition } from '../rules'
import { ArticleSelect, type ArticleChoice } from './article-select'
import { articleName } from './article-name'
import { DispositionTag } from './disposition-tag'

type PointChoice = { number: number; summary: string; article: ArticleRefLike | null; disposition: Disposition | null }
type ArticleRefLike = { label: string; title: string; anchor: string }
type Props = {
  action: string
  points: readonly PointChoice[]
  ticked: readonly string[]
  articles: readonly ArticleChoice[]
  alike: readonly number[]
  values: Record<string, string>
  errors: FormErrors
  lang: string
}

/** Into which points: those there are, a new one, or both; the same for comments with the same words. */
export function SortForm({ action, points, ticked, articles, alike, values, errors, lang }: Props) {
  const { t } = useTranslation('reports')
  return (
    <form method="post" action={address(action)} className="form stack">
      {points.length > 0 ? (
        <CheckboxGroup
          name="into"
          legend={t('sort.into')}
          hint={t('sort.into-hint')}
          values={ticked}
          options={points.map((point) => ({
            value: String(point.number),
            label: (
              <>
                {point.number}. <UserText>{point.summary}</UserText>
              </>
            ),
            hint: point.article ? <UserText lang={lang}>{articleName(point.article)}</UserText> : undefined,
            note: point.disposition ? <DispositionTag disposition={point.disposition} /> : undefined,
          }))}
        />
      ) : (
        <p>{t('sort.no-points')}</p>
      )}
      <TextArea
        name="summary"
        label={t('sort.new-summary')}
        hint={t('sort.new-hint')}
        rows={2}
        value={values.summary}
        error={errors.of('summary')}
      />
      <ArticleSelect articles={articles} value={values.articleId} label={t('sort.article')} lang={lang} error={errors.of('articleId')} />
      {alike.length > 0 ? (
        <CheckboxGroup
          name="alike"
          legend={t('sort.alike')}
          hint={t('sort.alike-hint')}
          options={alike.map((number) => ({ value: String(number), label: t('desk.comment', { number }) }))}
        />
      ) : null}
      <ActionBar>
        <Button>{t('sort.submit')}</Button>
        <LinkButton variant="secondary" href={address(`${action}/inadmissible`)}>
          {t('sort.inadmissible')}
        </LinkButton>
      </ActionBar>
    </form>
  )
}
