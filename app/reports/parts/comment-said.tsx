import type { CommentAtDesk } from '~/comments/desk-comment'
import { Quote, UserText } from '~/ui/quote'
import { useTranslation } from '~/web/translation'

/** A comment in its author's words. */
export function CommentSaid({ comment: c }: { comment: CommentAtDesk }) {
  const { t } = useTranslation('reports')
  return (
    <>
      <Quote text={c.body} lang={c.lang} by={c.displayName ? <UserText>{c.displayName}</UserText> : t('desk.nameless')} />
      {c.replacement ? (
        <>
          <h2>{t('desk.replacement')}</h2>
          <Quote text={c.replacement} lang={c.lang} />
        </>
      ) : null}
    </>
  )
}
