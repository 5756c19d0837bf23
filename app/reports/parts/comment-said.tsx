import type { SerializeFrom } from '@remix-run/node'
import type { DeskComment } from '~/comments/reads.server'
import { Instant } from '~/consultations/parts/instant'
import { Details } from '~/ui/details'
import { Quote, UserText } from '~/ui/quote'
import { SummaryList } from '~/ui/summary-list'
import { Tag } from '~/ui/tag'
import { useTranslation } from '~/web/translation'
import { articleName } from './article-name'

/** A comment as it was sent, with what is needed to sort it. */
export function CommentSaid({ comment: c, lang }: { comment: SerializeFrom<DeskComment>; lang: string }) {
  const { t } = useTranslation(['reports', 'comments'])
  const article = c.article?.label != null ? c.article : null
  return (
    <>
      <Quote text={c.body} lang={c.lang} by={c.displayName ? <UserText>{c.displayName}</UserText> : t('desk.nameless')} />
      {c.replacement ? (
        <>
          <h3>{t('desk.replacement')}</h3>
          <Quote text={c.replacement} lang={c.lang} />
        </>
      ) : null}
      <SummaryList
        plain
        items={[
          { key: t('point.article'), value: article ? <UserText lang={lang}>{articleName(article)}</UserText> : t('point.whole') },
          ...(c.stance ? [{ key: t('desk.stance'), value: t(`comments:stance.${c.stance}`) }] : []),
          { key: t('desk.channel'), value: t(`comments:channel.${c.channel}`) },
          { key: t('desk.received'), value: <><Instant at={c.receivedAt} /> {c.late ? <Tag tone="closing">{t('desk.late-mark')}</Tag> : null}</> },
        ]}
      />
      {article ? (
        <Details summary={t('desk.article-text', { label: articleName(article) })}>
          <p className="user-text" dir="auto" lang={lang}>
            {article.body}
          </p>
        </Details>
      ) : null}
    </>
  )
}
