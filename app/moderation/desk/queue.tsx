import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/web/translation'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/button'
import { Notification } from '~/ui/notification'
import { Pagination } from '~/ui/pagination'
import { TabNav } from '~/ui/tab-nav'
import { address } from '~/web/address'
import { UserText } from '~/ui/quote'
import { Page } from '~/web/page-layout'
import { queueIn } from '../access.server'
import { queueQuery } from '../forms'
import { PublishClean } from '../parts/publish-clean'
import { QueueTable } from '../parts/queue-table'
import { queueCounts, queuePage } from '../reads.server'
import { queueFilters } from '../rules'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { consultation, mayDecide } = await queueIn(context, params.id)
  const query = queueQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [page, counts] = await Promise.all([queuePage(consultation.id, query.show, query), queueCounts(consultation.id)])
  return json({ id: consultation.id, title: consultation.title, lang: consultation.lang, query, counts, mayDecide, ...page })
}

export default function Queue() {
  const { t } = useTranslation('moderation')
  const { t: web } = useTranslation('web')
  const { id, title, lang, query, counts, mayDecide, rows, previous, next } = useLoaderData<typeof loader>()
  const here = `/desk/consultations/${id}/comments`
  const clean = query.show === 'waiting' && mayDecide ? rows.filter((row) => row.found.length === 0) : []
  const first = rows[0]
  const last = rows.at(-1)
  return (
    <Page
      title={t('queue.title')}
      caption={<UserText lang={lang}>{title}</UserText>}
      lead={t('queue.lead')}
      trail={[
        { label: web('nav.desk'), href: '/desk' },
        { label: title, href: `/desk/consultations/${id}`, lang },
      ]}
      wide
    >
      <Done published={query.published} decided={query.decided} />
      <TabNav
        label={t('queue.filters')}
        items={queueFilters.map((show) => ({
          href: address(here, { show }),
          label: t(`queue.${show}`),
          count: counts[show],
          current: show === query.show,
        }))}
      />
      {first && query.show === 'waiting' && mayDecide ? (
        <LinkButton href={address(`${here}/${first.number}`)}>{t('queue.start')}</LinkButton>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState title={t(`queue.empty.${query.show}`)} />
      ) : (
        <QueueTable rows={rows} show={query.show} here={here} caption={t('queue.caption', { title, filter: t(`queue.${query.show}`) })} />
      )}
      {clean.length > 0 ? <PublishClean action={`${here}/clean`} numbers={clean.map((row) => row.number)} /> : null}
      <Pagination
        label={t('queue.pages')}
        previous={previous && first ? { href: address(here, { show: query.show, before: first.number }), label: web('previous') } : null}
        next={next && last ? { href: address(here, { show: query.show, after: last.number }), label: web('next') } : null}
      />
      <p>
        <a href={address('/moderation-reasons')}>{t('queue.reasons')}</a>
      </p>
    </Page>
  )
}

function Done({ published, decided }: { published?: number; decided?: number }) {
  const { t } = useTranslation('moderation')
  if (published !== undefined) {
    return published > 0 ? (
      <Notification announce tone="success" title={t('queue.published-now', { count: published })} />
    ) : (
      <Notification announce tone="warning" title={t('queue.none-published')} />
    )
  }
  return decided === undefined ? null : <Notification announce tone="success" title={t('queue.decided-now', { number: decided })} />
}
