import { Fragment, type ReactNode } from 'react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Notification } from '~/ui/notification'
import { Pagination } from '~/ui/pagination'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { listQuery } from '../back'
import { atSession, shownAtDesk } from '../desk-access.server'
import { queueQuery } from '../desk-forms'
import { sessionTrail } from '../parts/desk-trail'
import { DoneNote } from '../parts/done-note'
import { QueueCounts } from '../parts/queue-counts'
import { QueueItem } from '../parts/queue-item'
import { QueueOrders } from '../parts/queue-orders'
import { isOrdered } from '../queue-order'
import { queueOf } from '../queue.server'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { session, hosts } = await atSession(context, params.id)
  const query = queueQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { page, order, ...list } = await queueOf(session, hosts, query)
  const { slowSeconds, acts } = session
  return { session: { ...shownAtDesk(session), acts }, slowSeconds, hosts, query: { ...query, page, order }, ...list }
}

export default function Queue() {
  const { t } = useTranslation(['live', 'web'])
  const { session, slowSeconds, hosts, query, rows, counts, pages, at, replaced } = useLoaderData<typeof loader>()
  const { show, order, page, done, number } = query
  const back = { show, order, page }
  const said = at === null ? null : <DoneNote {...{ done, number, replaced }} />
  const here = `/desk/live/${session.id}/questions`
  return (
    <Page
      title={t('desk.queue.title')}
      caption={<UserText lang={session.lang}>{session.title}</UserText>}
      trail={sessionTrail(t, session)}
      wide
    >
      <div id="queue-counts">
        <QueueCounts id={session.id} counts={counts} current={show} order={query.order} />
      </div>
      {at === null ? <DoneNote {...{ done, slowSeconds }} /> : null}
      {slowSeconds > 0 && done !== 'slow-mode' ? <Notification title={t('desk.slow.on', { count: slowSeconds })} /> : null}
      <div className="button-row">
        <LinkButton href={address(here, listQuery({ ...back, page: 1 }))} variant="secondary" small>
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
      {isOrdered(show) && counts[show] > 1 ? <QueueOrders here={here} back={back} /> : null}
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
          <Fragment key={question.number}>
            {i === at && question.number !== number ? <Gone>{said}</Gone> : null}
            <QueueItem {...{ session, question, back }} said={question.number === number ? said : null} />
          </Fragment>
        ))}
        {at === rows.length ? <Gone>{said}</Gone> : null}
      </ul>
      <div id="queue-empty">{rows.length === 0 ? <EmptyState title={t(`desk.queue.empty.${show}`)} /> : null}</div>
      <script type="module" src={address('/live/desk.js')}></script>
      <Pagination
        label={t('desk.queue.pages')}
        previous={page > 1 ? { href: address(here, listQuery({ ...back, page: page - 1 })), label: t('web:previous') } : null}
        next={page < pages ? { href: address(here, listQuery({ ...back, page: page + 1 })), label: t('web:next') } : null}
      />
    </Page>
  )
}

/** Stands where the question stood that is no longer in this list. */
const Gone = ({ children }: { children: ReactNode }) => (
  <li id="queue-done" className="list-row">
    {children}
  </li>
)
