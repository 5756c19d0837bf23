import { useTranslation } from '~/web/translation'
import type { PublicComment } from '~/comments/reads.server'
import { EmptyState } from '~/ui/empty-state'
import { Quote } from '~/ui/quote'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import type { Stage } from '../rules'
import { Instant } from './instant'

type Sent = Omit<PublicComment, 'receivedAt'> & { receivedAt: string }
type Props = { slug: string; lang: string; stage: Stage; comments: Sent[]; total: number; received: number }

/** The newest public comments. What a moderator withheld stays as a tombstone with its reason. */
export function NewestComments({ slug, lang, stage, comments, total, received }: Props) {
  const { t } = useTranslation('consultations')
  const none = received > 0 ? 'none-public' : stage === 'open' ? 'none' : stage === 'scheduled' ? 'none-yet' : 'none-closed'
  const more = total > 0 ? { href: address(`/consultations/${slug}/comments`), label: t('all-comments', { count: total }) } : undefined
  return (
    <Section id="comments" title={t('newest.title')} lead={t('newest.lead')} more={more}>
      {comments.length === 0 ? (
        <EmptyState title={t(`newest.${none}`)}>{t(`newest.${none}-hint`)}</EmptyState>
      ) : (
        comments.map((comment) => <PublicQuote key={comment.number} comment={comment} lang={lang} />)
      )}
    </Section>
  )
}

function PublicQuote({ comment, lang }: { comment: Sent; lang: string }) {
  const { t } = useTranslation(['consultations', 'moderation', 'comments'])
  const { number, body, replacement, anchor, label, displayName, visibility, reason } = comment
  const by = (
    <>
      {t('newest.number', { number })}{' '}
      {body === null ? null : displayName ? <bdi className="user-inline">{displayName}</bdi> : t('comments:list.unnamed')}
      {label && anchor ? (
        <>
          {' '}
          ·{' '}
          <a className="user-inline" href={`#${anchor}`} lang={lang} dir="auto">
            {label}
          </a>
        </>
      ) : (
        <> · {t('newest.whole')}</>
      )}
      {' · '}
      <Instant at={comment.receivedAt} dayOnly />
    </>
  )
  if (body === null) return <Tombstone by={by} visibility={visibility} reason={reason} />
  return (
    <Quote
      text={body}
      lang={comment.lang}
      by={by}
      footer={
        replacement || visibility === 'redacted' ? (
          <>
            {replacement ? (
              <p className="user-text" dir="auto">
                {t('newest.replacement')}
                {replacement}
              </p>
            ) : null}
            {visibility === 'redacted' ? <p className="hint">{t('newest.redacted')}</p> : null}
          </>
        ) : undefined
      }
    />
  )
}

function Tombstone({ by, visibility, reason }: { by: React.ReactNode; visibility: Sent['visibility']; reason: string }) {
  const { t, i18n } = useTranslation(['consultations', 'moderation', 'web'])
  const why = `moderation:reason.${reason}`
  return (
    <figure className="quote is-withheld">
      <figcaption className="quote-by">{by}</figcaption>
      <p className="hint">
        {visibility === 'withdrawn' ? t('newest.withdrawn') : t('newest.withheld')}
        {visibility === 'withheld' && i18n.exists(why) ? `${t('web:colon')}${i18n.t(why)}` : null}
      </p>
    </figure>
  )
}
