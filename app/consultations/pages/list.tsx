import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/web/translation'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { List } from '~/ui/list-row'
import { Pagination } from '~/ui/pagination'
import { Select } from '~/ui/select'
import { TabNav } from '~/ui/tab-nav'
import { address } from '~/web/address'
import { usePage } from '~/web/page'
import { departmentOptions } from '~/accounts/parts/department-options'
import { redirectTo } from '~/web/responses.server'
import { Page } from '~/web/page-layout'
import { ConsultationRow } from '../parts/consultation-row'
import { consultationsIn, publishingDepartments, tabCounts } from '../reads.server'
import { tabs, toShown } from '../rules'

const PAGE = 20

export async function loader({ request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams
  const tab = tabs.find((each) => each === search.get('tab')) ?? 'open'
  const page = Math.min(1_000, Math.max(1, Math.trunc(Number(search.get('page'))) || 1))
  const departments = await publishingDepartments()
  const departmentId = departments.find((each) => String(each.id) === search.get('department'))?.id
  const [rows, counts] = await Promise.all([
    consultationsIn({ tab, departmentId, limit: PAGE, offset: (page - 1) * PAGE }),
    tabCounts(departmentId),
  ])
  const last = Math.max(1, Math.ceil(counts[tab] / PAGE))
  if (page > last) {
    search.delete('page')
    if (last > 1) search.set('page', String(last))
    throw redirectTo(`/consultations?${search.toString()}`)
  }
  return { tab, page, departments, departmentId, counts, rows: rows.map(toShown) }
}

export default function Consultations() {
  const { t } = useTranslation('consultations')
  const { tab, departmentId: department, departments, counts, rows } = useLoaderData<typeof loader>()
  const elsewhere = department !== undefined || tabs.some((each) => counts[each] > 0)
  const hint = !elsewhere ? null : departments.length > 1 ? 'departments' : 'tabs'
  return (
    <Page title={t('title')} lead={t('lead')}>
      <TabNav
        label={t('tabs')}
        items={tabs.map((each) => ({
          href: address('/consultations', { tab: each === 'open' ? '' : each, department }),
          label: t(`tab.${each}`),
          count: counts[each],
          current: each === tab,
        }))}
      />
      <DepartmentFilter />
      {rows.length === 0 ? (
        <EmptyState title={t(`none.${tab}`)}>{hint ? t(`none-hint.${hint}`) : null}</EmptyState>
      ) : (
        <List label={t(`tab.${tab}`)}>
          {rows.map((row) => (
            <ConsultationRow key={row.id} c={row} level={2} />
          ))}
        </List>
      )}
      <Pages />
    </Page>
  )
}

function DepartmentFilter() {
  const { t } = useTranslation('consultations')
  const { lang } = usePage()
  const { tab, departments, departmentId } = useLoaderData<typeof loader>()
  if (departments.length < 2) return null
  return (
    <form method="get" action={address('/consultations')} className="filter">
      {tab === 'open' ? null : <input type="hidden" name="tab" value={tab} />}
      <Select
        name="department"
        label={t('department')}
        width="medium"
        value={departmentId === undefined ? '' : String(departmentId)}
        options={[{ value: '', label: t('all-departments') }, ...departmentOptions(departments, lang)]}
      />
      <Button variant="secondary">{t('filter')}</Button>
    </form>
  )
}

function Pages() {
  const { t } = useTranslation(['consultations', 'web'])
  const { tab, page, departmentId: department, counts } = useLoaderData<typeof loader>()
  const to = (number: number) => address('/consultations', { tab: tab === 'open' ? '' : tab, department, page: number })
  const last = Math.ceil(counts[tab] / PAGE)
  if (last < 2) return null
  return (
    <Pagination
      label={t('pages')}
      previous={page > 1 ? { href: to(page - 1), label: t('web:previous') } : undefined}
      next={page < last ? { href: to(page + 1), label: t('web:next') } : undefined}
    />
  )
}
