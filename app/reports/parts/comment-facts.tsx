import type { SerializeFrom } from '@remix-run/node'
import type { shownAtDesk } from '~/comments/reads.server'
import { Instant } from '~/consultations/parts/instant'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { SummaryList } from '~/ui/summary-list'
import { Tag } from '~/ui/tag'
import { Around, PIECE } from '~/ui/around'
import { useTranslation } from '~/web/translation'
import { articleName } from './article-name'

/** Beside a comment: what it is about and how it came. */
export function CommentFacts({ comment: c, lang }: { comment: SerializeFrom<ReturnType<typeof shownAtDesk>>; lang: string }) {
  const { t } = useTranslation(['reports', 'comments'])
  const article = c.article?.label != null ? c.article : null
  return (
    <>
      <SummaryList
        plain
        items={[
          { key: t('point.article'), value: article ? <UserText lang={lang}>{articleName(article)}</UserText> : t('point.whole') },
          ...(c.stance ? [{ key: t('desk.stance'), value: t(`comments:stance.${c.stance}`) }] : []),
          { key: t('desk.channel'), value: t(`comments:channel.${c.channel}`) },
          {
            key: t('desk.received'),
            value: (
              <>
                <Instant at={c.receivedAt} /> {c.late ? <Tag tone="closing">{t('desk.late-mark')}</Tag> : null}
              </>
            ),
          },
        ]}
      />
      {article ? (
        <Section
          level={2}
          title={
            <Around sentence={t('desk.article-text', { label: PIECE })}>
              <bdi lang={lang}>{articleName(article)}</bdi>
            </Around>
          }
        >
          <p className="user-text" dir="auto" lang={lang}>
            {article.body}
          </p>
        </Section>
      ) : null}
    </>
  )
}
