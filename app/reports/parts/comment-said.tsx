import type { SerializeFrom } from '@remix-run/node'
import type { shownAtDesk } from '~/comments/reads.server'
import { Quote, UserText } from '~/ui/quote'
import { useTranslation } from '~/web/translation'

/** A comment in its author's words. */
export function CommentSaid({ comment: c }: { comment: SerializeFrom<ReturnType<typeof shownAtDesk>> }) {
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
