import type { SerializeFrom } from '@remix-run/node'
import { useTranslation } from '~/web/translation'
import type { shownAtDesk } from '~/comments/reads.server'
import { Details } from '~/ui/details'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { SummaryList } from '~/ui/summary-list'
import { Tag } from '~/ui/tag'
import { showMinute } from '~/web/dates'
import { usePage } from '~/web/page'
import { personalDataIn } from '../personal-data'
import type { Moderation } from '../reads.server'
import { FoundKinds } from './found-kinds'
import { MarkedText } from './marked-text'
import { toneOf } from './queue-table'

type Props = { comment: SerializeFrom<ReturnType<typeof shownAtDesk>>; moderation: SerializeFrom<Moderation> | null }

/** The comment as it was sent, what was pointed out in it, and how it stands. */
export function AboutComment({ comment, moderation }: Props) {
  const { t } = useTranslation('moderation')
  const { t: comments } = useTranslation('comments')
  const { lang, county } = usePage()
  const found = personalDataIn(`${comment.body}\n${comment.replacement}`).map((piece) => piece.kind)
  const visibility = moderation?.visibility ?? 'waiting'
  return (
    <>
      <Section title={t('decide.original')} lead={t('decide.original-note')}>
        {found.length > 0 ? (
          <p>
            <FoundKinds kinds={found} />
            <br />
            {t('decide.found')}
          </p>
        ) : (
          <p className="hint">{t('decide.found-none')}</p>
        )}
        <MarkedText text={comment.body} lang={comment.lang} />
        {comment.replacement ? (
          <>
            <h3>{t('decide.replacement')}</h3>
            <MarkedText text={comment.replacement} lang={comment.lang} />
          </>
        ) : null}
        {comment.article ? (
          <Details summary={`${t('decide.article')} ${comment.article.label}`}>
            <p className="user-text" dir="auto">
              {comment.article.body}
            </p>
          </Details>
        ) : null}
      </Section>
      <SummaryList
        plain
        items={[
          {
            key: t('decide.now'),
            value: (
              <>
                <Tag tone={toneOf[visibility]}>{t(`visibility.${visibility}`)}</Tag>
                {moderation?.reason ? ` ${t(`reason.${moderation.reason as 'insult'}`)}` : null}
              </>
            ),
          },
          { key: t('decide.channel'), value: comments(`channel.${comment.channel}`) },
          { key: t('decide.name'), value: comment.displayName ? <UserText>{comment.displayName}</UserText> : t('decide.nameless') },
          {
            key: t('decide.received'),
            value: <time dateTime={comment.receivedAt}>{showMinute(new Date(comment.receivedAt), lang, county.zone)}</time>,
          },
        ]}
      />
    </>
  )
}
