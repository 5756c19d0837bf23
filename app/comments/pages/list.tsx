import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { consultationBySlug } from '~/consultations/reads.server'
import { stageOf } from '~/consultations/rules'
import { Button, LinkButton } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Pagination } from '~/ui/pagination'
import { Select } from '~/ui/select'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { notFound } from '~/web/responses.server'
import { Around, PIECE } from '~/ui/around'
import { UserText } from '~/ui/quote'
import { useTranslation } from '~/web/translation'
import { articleName } from '../parts/article-name'
import { ListedComment } from '../parts/public-comment'
import { commentableArticle } from '../form-reads.server'
import { articlesWithComments, publicComments } from '../reads.server'

const LIMIT = 20

export async function loader({ params, request }: LoaderFunctionArgs) {
  const found = await consultationBySlug(params.slug ?? '')
  if (!found) throw notFound()
  const query = new URL(request.url).searchParams
  const anchor = query.get('article')
  const about = anchor ? await commentableArticle(found.id, anchor) : null
  if (anchor && !about) throw notFound()
  const before = /^\d{1,9}$/.test(query.get('before') ?? '') ? Number(query.get('before')) : undefined
  const [rows, articles] = await Promise.all([
    publicComments(found.id, { before, articleId: about?.id, limit: LIMIT + 1 }),
    articlesWithComments(found.id),
  ])
  const { slug, title, lang } = found
  return {
    slug,
    title,
    lang,
    open: stageOf(found, found.now) === 'open',
    about,
    before,
    articles,
    comments: rows.slice(0, LIMIT),
    more: rows.length > LIMIT,
  }
}

export default function Comments() {
  const { t } = useTranslation(['comments', 'consultations'])
  const { slug, title, lang, open, about, comments } = useLoaderData<typeof loader>()
  return (
    <Page
      title={about ? t('list.on-article', { label: articleName(about) }) : t('list.title')}
      heading={
        about ? (
          <Around sentence={t('list.on-article', { label: PIECE })}>
            <UserText lang={lang}>{articleName(about)}</UserText>
          </Around>
        ) : undefined
      }
      lead={t('list.lead')}
      trail={[
        { label: t('consultations:title'), href: '/consultations' },
        { label: title, href: `/consultations/${slug}`, lang },
      ]}
    >
      {open ? (
        <p>
          <LinkButton href={address(`/consultations/${slug}/comments/new`, { article: about?.anchor })}>{t('list.say')}</LinkButton>
        </p>
      ) : null}
      <Filter />
      {comments.length === 0 ? (
        <EmptyState title={t('list.none')}>{t('list.none-text')}</EmptyState>
      ) : (
        <ol className="stack">
          {comments.map((comment) => (
            <ListedComment key={comment.number} slug={slug} lang={lang} comment={comment} />
          ))}
        </ol>
      )}
      <Pages />
      <p>
        <a href={address('/moderation-reasons')}>{t('list.reasons')}</a>
      </p>
    </Page>
  )
}

function Filter() {
  const { t } = useTranslation('comments')
  const { slug, lang, articles, about } = useLoaderData<typeof loader>()
  if (articles.length === 0 && !about) return null
  const listed = about && !articles.some((each) => each.anchor === about.anchor) ? [about, ...articles] : articles
  return (
    <form method="get" action={address(`/consultations/${slug}/comments`)}>
      <Select
        name="article"
        label={t('list.filter')}
        value={about?.anchor ?? ''}
        options={[{ value: '', label: t('list.all') }, ...listed.map((each) => ({ value: each.anchor, label: articleName(each), lang }))]}
      />
      <Button variant="secondary">{t('list.apply')}</Button>
    </form>
  )
}

function Pages() {
  const { t } = useTranslation('comments')
  const { slug, about, comments, before, more } = useLoaderData<typeof loader>()
  const to = (number?: number) => address(`/consultations/${slug}/comments`, { article: about?.anchor, before: number })
  return (
    <Pagination
      label={t('list.pages')}
      previous={before === undefined ? null : { href: to(), label: t('list.newest') }}
      next={more ? { href: to(comments.at(-1)!.number), label: t('list.older') } : null}
    />
  )
}
