import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EmptyState } from '~/ui/empty-state'
import { Notification } from '~/ui/notification'
import { Pagination } from '~/ui/pagination'
import { TabNav } from '~/ui/tab-nav'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { messagesIn } from '../access.server'
import { listQuery } from '../forms'
import { MessageTable } from '../parts/message-table'
import { messageCounts, messagesFor } from '../reads.server'
import { messageFilters } from '../rules'

const HERE = '/desk/messages'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = messagesIn(context)
  const query = listQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [page, counts] = await Promise.all([messagesFor(viewer, query.show, query), messageCounts(viewer)])
  return json({ query, counts, ...page })
}

export default function Messages() {
  const { t } = useTranslation('messages')
  const { t: web } = useTranslation('web')
  const { query, counts, rows, more } = useLoaderData<typeof loader>()
  const last = rows.at(-1)
  return (
    <Page title={t('title')} lead={t('desk.lead')} trail={[{ label: web('nav.desk'), href: '/desk' }]} wide>
      {query.done ? <Notification announce tone="success" title={t(`desk.${query.done}`)} /> : null}
      <TabNav
        label={t('desk.filters')}
        items={messageFilters.map((show) => ({
          href: address(HERE, { show }),
          label: t(`desk.${show}`),
          count: counts[show],
          current: show === query.show,
        }))}
      />
      {rows.length === 0 ? (
        <EmptyState title={t(`desk.empty.${query.show}`)} />
      ) : (
        <MessageTable rows={rows} caption={t('desk.caption', { filter: t(`desk.${query.show}`) })} />
      )}
      <Pagination
        label={t('desk.pages')}
        next={more && last ? { href: address(HERE, { show: query.show, after: last.id }), label: t('desk.more') } : null}
      />
    </Page>
  )
}
