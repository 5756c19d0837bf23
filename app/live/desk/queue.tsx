import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { departmentList } from '~/accounts/reads.server'
import { LinkButton } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Notification } from '~/ui/notification'
import { Pagination } from '~/ui/pagination'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { atSession, shownAtDesk } from '../desk-access.server'
import { actsFor, filters, isIn, type Act, type Filter } from '../desk-acts'
import { cardOf } from '../desk-cards'
import { queueQuery } from '../desk-forms'
import { articlesFor, questionsAtDesk } from '../desk-reads.server'
import { sessionTrail } from '../parts/desk-trail'
import { DoneNote } from '../parts/done-note'
import { QueueCounts } from '../parts/queue-counts'
import { QueueItem } from '../parts/queue-item'

const PAGE = 50
/** The others are on the question's own page. */
const quickest: readonly Act[] = ['publication', 'stage', 'stage-removal', 'live-answer', 'merging', 'unmerging', 'decline']

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { session, hosts } = await atSession(context, params.id)
  const query = queueQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [questions, departments, articles] = await Promise.all([
    questionsAtDesk(session.id),
    departmentList({ closed: true }),
    articlesFor(session.consultationId),
  ])
  const found = questions.filter(isIn[query.show]).toReversed()
  const rows = found.slice((query.page - 1) * PAGE, query.page * PAGE).map((question) => ({
    ...cardOf(question, { departments, articles }),
    sameAsker: questions
      .filter(({ asker, id }) => asker && asker.id === question.asker?.id && id !== question.id)
      .map(({ number }) => number),
    acts: hosts ? actsFor(session.stage, question, session.consultationId !== null).filter((act) => quickest.includes(act)) : [],
  }))
  const counts = Object.fromEntries(filters.map((show) => [show, questions.filter(isIn[show]).length])) as Record<Filter, number>
  const more = found.length > query.page * PAGE
  return { session: { ...shownAtDesk(session), acts: session.acts }, slowSeconds: session.slowSeconds, hosts, query, rows, counts, more }
}

export default function Queue() {
  const { t } = useTranslation(['live', 'web'])
  const { session, slowSeconds, hosts, query, rows, counts, more } = useLoaderData<typeof loader>()
  const { show, page } = query
  const here = `/desk/live/${session.id}/questions`
  return (
    <Page
      title={t('desk.queue.title')}
      caption={<UserText lang={session.lang}>{session.title}</UserText>}
      trail={sessionTrail(t, session)}
      wide
    >
      <div id="queue-counts">
        <QueueCounts id={session.id} counts={counts} current={show} />
      </div>
      <DoneNote {...{ ...query, slowSeconds }} />
      {slowSeconds > 0 && query.done !== 'slow-mode' ? <Notification title={t('desk.slow.on', { count: slowSeconds })} /> : null}
      <div className="button-row">
        <LinkButton href={address(here, { show })} variant="secondary" small>
          {t('desk.queue.refresh')}
        </LinkButton>
        {hosts && session.stage !== 'prepared' && session.stage !== 'closed' ? (
          <>
            <LinkButton href={address(`/desk/live/${session.id}/entry`)} variant="secondary" small>
              {t('desk.entry.title')}
            </LinkButton>
            <LinkButton href={address(`/desk/live/${session.id}/slow-mode`)} variant="secondary" small>
              {t('desk.slow.title')}
            </LinkButton>
          </>
        ) : null}
      </div>
      {rows.length === 0 ? <EmptyState title={t(`desk.queue.empty.${show}`)} /> : null}
      <p id="queue-said" className="visually-hidden" role="status" data-words={t('desk.queue.fresh', { waiting: '{waiting}' })}></p>
      <ul
        id="queue"
        className="list"
        role="list"
        aria-label={t(`desk.queue.${show}`)}
        data-session={session.id}
        data-acts={session.acts}
        data-waiting={counts.waiting}
      >
        {rows.map((question, i) => (
          <QueueItem key={question.number} {...{ session, question, show }} next={(rows[i + 1] ?? rows[i - 1])?.number} />
        ))}
      </ul>
      <script type="module" src={address('/live/desk.js')}></script>
      <Pagination
        label={t('desk.queue.pages')}
        previous={page > 1 ? { href: address(here, { show, page: page - 1 }), label: t('web:previous') } : null}
        next={more ? { href: address(here, { show, page: page + 1 }), label: t('web:next') } : null}
      />
    </Page>
  )
}
