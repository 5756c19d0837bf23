import { useTranslation } from '~/web/translation'
import { LinkButton } from '~/ui/button'
import { Details } from '~/ui/details'
import { SpeechIcon } from '~/ui/icons'
import { TableOfContents } from '~/ui/table-of-contents'
import { VisuallyHidden } from '~/ui/visually-hidden'
import { address } from '~/web/address'
import type { Article } from '../reads.server'
import { DraftUnit, isStructure } from './draft-unit'
import { ReadAloud } from './read-aloud'

export type ArticleCounts = Record<string, number>
type Props = { slug: string; lang: string; articles: Article[]; counts: ArticleCounts; open: boolean }

/** The draft article by article; each commentable one has its own button, not a selection of text. */
export function Draft({ slug, lang, articles, counts, open }: Props) {
  const { t } = useTranslation('consultations')
  const level = articles.some((article) => isStructure(article.kind)) ? 4 : 3
  return (
    <>
      <Outline lang={lang} articles={articles} counts={counts} />
      <ReadAloud target="draft-text" what={t('draft.title')} />
      <div className="draft" id="draft-text" lang={lang}>
        {articles.map((article) => (
          <DraftUnit
            key={article.id}
            article={article}
            level={level}
            contentsLabel={t('draft.contents')}
            tableLabel={t('draft.table')}
            actions={
              article.commentable && (open || counts[article.id]) ? (
                <ArticleActions slug={slug} lang={lang} article={article} count={counts[article.id] ?? 0} open={open} />
              ) : undefined
            }
          />
        ))}
      </div>
    </>
  )
}

type Commentable = { slug: string; lang: string; article: Article; count: number; open: boolean }

function ArticleActions({ slug, lang, article, count, open }: Commentable) {
  const { t, i18n } = useTranslation(['consultations', 'web'])
  const name = article.label || article.title
  return (
    <>
      {open ? (
        <LinkButton
          href={address(`/consultations/${slug}/comments/new`, { article: article.anchor })}
          variant="secondary"
          small
          icon={<SpeechIcon />}
          lang={i18n.language}
        >
          {t('comment')}
          <VisuallyHidden lang={lang}>{t('web:colon') + name}</VisuallyHidden>
        </LinkButton>
      ) : null}
      {count > 0 ? (
        <a href={address(`/consultations/${slug}/comments`, { article: article.anchor })} lang={i18n.language}>
          {t('article-comments', { count })}
        </a>
      ) : (
        <span className="hint" lang={i18n.language}>
          {t('article-no-comments')}
        </span>
      )}
    </>
  )
}

function Outline({ lang, articles, counts }: { lang: string; articles: Article[]; counts: ArticleCounts }) {
  const { t } = useTranslation('consultations')
  const listed = articles.filter((article) => (article.label || article.title) && article.kind !== 'contents')
  if (listed.length < 3) return null
  const hasStructure = listed.some((article) => isStructure(article.kind))
  return (
    <Details summary={t('draft.outline', { count: articles.filter((article) => article.commentable).length })}>
      <TableOfContents
        label={t('draft.outline-label')}
        items={listed.map((article) => ({
          href: `#${article.anchor}`,
          label: `${article.label} ${article.title}`.trim(),
          lang,
          level: hasStructure && !isStructure(article.kind) ? 2 : 1,
          note: counts[article.id] ? t('items', { count: counts[article.id] }) : undefined,
        }))}
      />
    </Details>
  )
}
