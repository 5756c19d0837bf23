import { Instant } from '~/consultations/parts/instant'
import { Quote, UserText } from '~/ui/quote'
import { Tag } from '~/ui/tag'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import { articleName } from './article-name'
import { useReasonWords } from './reason-words'
import type { PublicComment } from '../reads.server'

type Shown = Omit<PublicComment, 'receivedAt'> & { receivedAt: string }

/** One public comment; of a hidden one its place, its number and the reason. */
export function ListedComment({ slug, lang, comment }: { slug: string; lang: string; comment: Shown }) {
  const { t } = useTranslation('comments')
  const { number, body, replacement, visibility } = comment
  const reason = useReasonWords(comment.reason)
  return (
    <li id={`comment-${number}`}>
      {body === null ? (
        <figure className="quote is-withheld">
          <figcaption className="quote-by">
            <Byline slug={slug} lang={lang} comment={comment} />
          </figcaption>
          <p>{visibility === 'withdrawn' ? t('list.withdrawn') : t('list.withheld', { reason })}</p>
        </figure>
      ) : (
        <Quote
          text={body}
          lang={comment.lang}
          by={<Byline slug={slug} lang={lang} comment={comment} />}
          footer={
            <>
              {replacement ? <Quote by={t('list.replacement')} text={replacement} lang={comment.lang} /> : null}
              {visibility === 'redacted' ? <p className="hint">{t('list.redacted', { reason })}</p> : null}
            </>
          }
        />
      )}
    </li>
  )
}

function Byline({ slug, lang, comment }: { slug: string; lang: string; comment: Shown }) {
  const { t } = useTranslation('comments')
  const { number, displayName, anchor, label, title, stance, channel, late, receivedAt, body } = comment
  return (
    <>
      <strong>{t('number', { number })}</strong>
      {body === null ? null : <> · {displayName ? <UserText>{displayName}</UserText> : t('list.unnamed')}</>}
      {' · '}
      {anchor ? (
        <a href={`${address(`/consultations/${slug}`)}#${anchor}`}>
          <UserText lang={lang}>{articleName({ anchor, label, title })}</UserText>
        </a>
      ) : (
        t('list.on-whole')
      )}
      {' · '}
      <Instant at={receivedAt} dayOnly /> {stance && body !== null ? <Tag>{t(`stance.${stance}`)}</Tag> : null}{' '}
      {channel === 'web' ? null : <Tag>{t('list.via', { channel: t(`channel.${channel}`) })}</Tag>}{' '}
      {late ? <Tag tone="pending">{t('list.late')}</Tag> : null}
    </>
  )
}
