import { useTranslation } from '~/web/translation'
import { Notification } from '~/ui/notification'
import { LinkButton } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { showMinute } from '~/web/dates'
import { useFormErrors } from '~/web/form-errors'
import { usePage } from '~/web/page'
import { Around, PIECE } from '~/ui/around'
import { Page } from '~/web/page-layout'
import type { CommentedOn } from '../form-reads.server'
import { COMMENT_MAX } from '../rules'
import { articleName } from './article-name'
import { CommentForm } from './comment-form'
import { NotTaken } from './not-taken'
import { isShut, type Turn } from './turn'

/** The form with what was typed, or why there can be none; new, check and submission all come back to it. */
export function CommentPage({ on, turn }: { on: CommentedOn; turn: Turn }) {
  const { t } = useTranslation(['comments', 'consultations'])
  const errors = useFormErrors(turn, { max: COMMENT_MAX })
  const { lang, county } = usePage()
  const { why } = turn
  const title = on.about ? t('new.title-article', { label: articleName(on.about) }) : t('new.title-whole')
  const typed = Object.entries(turn.values).some(([name, value]) => name !== 'key' && value !== '')
  return (
    <Page
      title={title}
      heading={
        on.about ? (
          <Around sentence={t('new.title-article', { label: PIECE })}>
            <UserText lang={on.lang}>{articleName(on.about)}</UserText>
          </Around>
        ) : undefined
      }
      caption={<UserText lang={on.lang}>{on.title}</UserText>}
      lead={isShut(why) ? undefined : t('new.closes', { time: showMinute(new Date(on.closesAt), lang, county.zone) })}
      trail={commentTrail(on, t('consultations:title'))}
      errors={errors}
    >
      {why ? <Refusal on={on} turn={turn} typed={typed} /> : null}
      {isShut(why) ? (
        <NotTaken on={on} values={turn.values} late={why === 'closed' && !on.reported} />
      ) : why === 'sign-in' && !typed ? null : (
        <CommentForm on={on} values={turn.values} errors={errors} />
      )}
    </Page>
  )
}

export const commentTrail = (on: Pick<CommentedOn, 'slug' | 'title' | 'lang'>, all: string) => [
  { label: all, href: '/consultations' },
  { label: on.title, href: `/consultations/${on.slug}`, lang: on.lang },
]

function Refusal({ on, turn, typed }: { on: CommentedOn; turn: Turn; typed: boolean }) {
  const { t } = useTranslation('comments')
  const { lang, county } = usePage()
  const { why, minutes } = turn
  if (!why) return null
  const instant = (at: string) => showMinute(new Date(at), lang, county.zone)
  const more =
    why === 'other-body' || why === 'too-many'
      ? t(`refused.${why}`)
      : why === 'sign-in'
        ? t(typed ? 'refused.sign-in-typed' : 'refused.sign-in')
        : null
  return (
    <Notification
      tone="warning"
      title={t(why === 'closed' && !typed ? 'why.closed-already' : `why.${why}`, {
        closes: instant(on.closesAt),
        opens: instant(on.opensAt),
        minutes,
      })}
      announce
    >
      {more ? <p>{more}</p> : null}
      {why === 'sign-in' ? <SignIn on={on} typed={typed} /> : null}
    </Notification>
  )
}

function SignIn({ on, typed }: { on: CommentedOn; typed: boolean }) {
  const { t } = useTranslation('comments')
  const query = on.about ? `?article=${encodeURIComponent(on.about.anchor)}` : ''
  return (
    <p>
      <LinkButton
        href={address('/sign-in', { back: `/consultations/${on.slug}/comments/new${query}` })}
        target={typed ? '_blank' : undefined}
      >
        {t(typed ? 'refused.sign-in-new' : 'refused.sign-in-do')}
      </LinkButton>
    </p>
  )
}
