import { Select } from '~/ui/select'
import { useTranslation } from '~/web/translation'
import { articleName } from './article-name'

export type ArticleChoice = { id: number; label: string; title: string; anchor: string }

type Props = { articles: readonly ArticleChoice[]; value: string | undefined; label: string; lang: string; error?: string }

export function ArticleSelect({ articles, value, label, lang, error }: Props) {
  const { t } = useTranslation('reports')
  return (
    <Select
      name="articleId"
      label={label}
      error={error}
      value={value ?? ''}
      options={[
        { value: '', label: t('point.whole') },
        ...articles.map((article) => ({ value: String(article.id), label: articleName(article), lang })),
      ]}
    />
  )
}
