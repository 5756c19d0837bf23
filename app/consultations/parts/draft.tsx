import { Fragment } from 'react'
import { QuestionNumbers } from '~/live/parts/question-numbers'
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
/** A public question of a live session that was tagged with an article. */
export type AskedOn = { code: string; number: number }
type Props = {
  slug: string
  lang: string
  articles: Article[]
  counts: ArticleCounts
  /** By the article's anchor. */
  asked: Record<string, AskedOn[]>
  open: boolean
}
const nobody: AskedOn[] = []

/** The draft article by article; each commentable one has its own button, not a selection of text. */
export function Draft({ slug, lang, articles, counts, asked, open }: Props) {
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
              article.commentable && (open || counts[article.id] || asked[article.anchor]) ? (
                <ArticleActions
                  slug={slug}
                  lang={lang}
                  article={article}
                  count={counts[article.id] ?? 0}
                  asked={asked[article.anchor] ?? nobody}
                  open={open}
                />
              ) : undefined
            }
          />
        ))}
      </div>
    </>
  )
}

type Commentable = { slug: string; lang: string; article: Article; count: number; asked: AskedOn[]; open: boolean }

function ArticleActions({ slug, lang, article, count, asked, open }: Commentable) {
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
      {asked.length > 0 ? <ArticleQuestions asked={asked} /> : null}
    </>
  )
}

function ArticleQuestions({ asked }: { asked: AskedOn[] }) {
  const { t, i18n } = useTranslation(['consultations', 'web'])
  const codes = [...new Set(asked.map(({ code }) => code))]
  return (
    <span lang={i18n.language}>
      {t('article-questions') + t('web:colon')}
      {codes.map((code) => (
        <Fragment key={code}>
          <QuestionNumbers code={code} numbers={asked.filter((each) => each.code === code).map(({ number }) => number)} />{' '}
        </Fragment>
      ))}
    </span>
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
