import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EmptyState } from '~/ui/empty-state'
import { List } from '~/ui/list-row'
import { Pagination } from '~/ui/pagination'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { Page } from '~/web/page-layout'
import { redirectTo } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { readJoinCode } from '../forms'
import { JoinForm } from '../parts/join-form'
import { SessionRow, type ListedSession } from '../parts/session-row'
import { publicSessions, sessionByCode } from '../reads.server'

const PAGE = 20

export async function loader({ request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams
  const typed = search.get('code')
  const code = typed === null ? null : readJoinCode(typed)
  if (code && (await sessionByCode(code))) throw redirectTo(`/live/${code}`)
  const wrong = typed === null ? null : code ? 'live:join.code-unknown' : 'live:join.code-format'
  const all = await publicSessions()
  const past = all.filter(({ endedAt }) => endedAt)
  const pages = Math.max(1, Math.ceil(past.length / PAGE))
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(search.get('page'))) || 1))
  const on = all.filter(({ stage }) => stage === 'open')
  const toCome = all.filter(({ stage }) => stage === 'announced')
  const over = past.slice((page - 1) * PAGE, page * PAGE)
  return json({ on, toCome, over, typed: typed?.slice(0, 80) ?? '', wrong, page, pages }, { status: wrong ? 422 : 200 })
}

export default function Sessions() {
  const { t } = useTranslation('live')
  const { on, toCome, over, typed, wrong } = useLoaderData<typeof loader>()
  const errors = useFormErrors(wrong ? { values: {}, errors: { code: wrong } } : undefined)
  return (
    <Page title={t('title')} lead={t('lead')} errors={errors}>
      <Section id="join" title={t('join.title')}>
        <JoinForm typed={typed} error={errors.of('code')} />
      </Section>
      {on.length + toCome.length === 0 ? <EmptyState title={t('list.none')} /> : null}
      <OfAKind title={t('list.on')} sessions={on} />
      <OfAKind title={t('list.to-come')} sessions={toCome} />
      <OfAKind title={t('list.over')} sessions={over} />
      <Pages />
    </Page>
  )
}

function OfAKind({ title, sessions }: { title: string; sessions: ListedSession[] }) {
  if (sessions.length === 0) return null
  return (
    <Section title={title}>
      <List label={title}>
        {sessions.map((session) => (
          <SessionRow key={session.code} session={session} />
        ))}
      </List>
    </Section>
  )
}

function Pages() {
  const { t } = useTranslation(['live', 'web'])
  const { page, pages } = useLoaderData<typeof loader>()
  const to = (number: number) => address('/live', { page: number })
  return (
    <Pagination
      label={t('list.pages')}
      previous={page > 1 ? { href: to(page - 1), label: t('web:previous') } : undefined}
      next={page < pages ? { href: to(page + 1), label: t('web:next') } : undefined}
    />
  )
}
