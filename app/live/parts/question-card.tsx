import { DepartmentName } from '~/accounts/parts/department-name'
import { Instant } from '~/consultations/parts/instant'
import { MetaList, type Meta } from '~/ui/list-row'
import { Tag } from '~/ui/tag'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { CardQuestion } from '../desk-cards'
import { outcomeOf } from '../rules'

type Props = { session: { id: number; lang: string }; question: CardQuestion; sameAsker: readonly number[] }

/** A question as the desk sees it: its words, where it stands, and who asked as far as may be known. */
export function QuestionCard({ session, question, sameAsker }: Props) {
  const { t } = useTranslation('live')
  const { burst } = question
  return (
    <>
      <p className="user-text asked-text" dir="auto" lang={session.lang}>
        {question.body}
      </p>
      {burst ? <p className="burst">{t('desk.burst', { count: burst })}</p> : null}
      <MetaList items={useMeta(session.id, question, sameAsker)} />
    </>
  )
}

/** `plain` where the list says already which state all of it is in. */
export function QuestionTags({ question, plain = false }: { question: CardQuestion; plain?: boolean }) {
  const { t } = useTranslation('live')
  const { state, stagedAt, pinnedAt, answeredAt, unrecorded, disposition, commentNumber } = question
  return (
    <span className="tags">
      {plain ? null : (
        <Tag tone={state === 'pending' ? 'pending' : state === 'published' ? 'open' : 'withheld'}>{t(`desk.state.${state}`)}</Tag>
      )}
      {stagedAt ? <Tag tone="closing">{t('desk.on-stage')}</Tag> : null}
      {pinnedAt ? <Tag>{t('desk.pinned')}</Tag> : null}
      {answeredAt ? <Tag tone="reported">{t('desk.answered')}</Tag> : null}
      {unrecorded ? <Tag tone="pending">{t('desk.unrecorded')}</Tag> : null}
      {disposition && !(answeredAt && disposition !== 'merged') ? <Tag>{t(`disposition.${outcomeOf(question)!}`)}</Tag> : null}
      {commentNumber ? <Tag>{t('desk.filed', { number: commentNumber })}</Tag> : null}
    </span>
  )
}

function useMeta(sessionId: number, question: CardQuestion, sameAsker: readonly number[]): Meta[] {
  const { t } = useTranslation('live')
  const { displayName, channel, asker, askedAt, department, article, residents, guests, into } = question
  const link = (number: number) => (
    <a key={number} href={address(`/desk/live/${sessionId}/questions/${number}`)}>
      {t('desk.question', { number })}
    </a>
  )
  return [
    { label: t('desk.meta.asker'), value: <Asker name={displayName} channel={channel} resident={asker?.resident ?? null} /> },
    { label: t('desk.meta.asked'), value: <Instant at={askedAt} /> },
    ...(question.publishedAt
      ? [{ label: t('desk.meta.supports'), value: t('desk.supports', { all: residents + guests, residents, guests }) }]
      : []),
    ...(sameAsker.length > 0 ? [{ label: t('desk.meta.same-asker'), value: <span className="links">{sameAsker.map(link)}</span> }] : []),
    ...(asker?.bannedAt || asker?.mutedUntil ? [{ label: t('desk.meta.barred'), value: <Barred asker={asker} /> }] : []),
    ...(into ? [{ label: t('desk.meta.into'), value: link(into) }] : []),
    ...(department ? [{ label: t('desk.department'), value: <DepartmentName of={department} /> }] : []),
    ...(article ? [{ label: t('desk.meta.article'), value: <bdi>{article}</bdi> }] : []),
    ...(question.declineReason ? [{ label: t('desk.meta.declined'), value: t(`reason.${question.declineReason as 'insult'}`) }] : []),
    ...(question.declineNote ? [{ label: t('desk.meta.note'), value: <bdi>{question.declineNote}</bdi> }] : []),
    ...(question.dispositionWhy ? [{ label: t('desk.meta.why'), value: <bdi>{question.dispositionWhy}</bdi> }] : []),
  ]
}

function Asker({ name, channel, resident }: { name: string; channel: 'web' | 'hall' | 'paper'; resident: boolean | null }) {
  const { t } = useTranslation('live')
  const kind = resident === null ? t(`channel.${channel}`) : t(resident ? 'desk.resident' : 'desk.guest')
  return (
    <>
      {name ? <bdi>{name}</bdi> : t('desk.no-name')} · {kind}
    </>
  )
}

function Barred({ asker }: { asker: NonNullable<CardQuestion['asker']> }) {
  const { t } = useTranslation('live')
  if (asker.bannedAt) return <>{t('desk.banned')}</>
  return (
    <>
      {t('desk.muted-until')} <Instant at={asker.mutedUntil!} />
    </>
  )
}
