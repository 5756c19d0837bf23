import { UserText } from '~/ui/quote'
import { address } from '~/web/address'

export type DraftOf = { slug: string; lang: string } | null
export type TaggedArticle = { anchor: string; label: string } | null

export const ArticleLink = ({ draft, article }: { draft: NonNullable<DraftOf>; article: NonNullable<TaggedArticle> }) => (
  <a href={`${address(`/consultations/${draft.slug}`)}#${article.anchor}`}>
    <UserText lang={draft.lang}>{article.label || article.anchor}</UserText>
  </a>
)
