import { Button } from '~/ui/button'
import { Details } from '~/ui/details'
import { Field } from '~/ui/field'
import { Pagination } from '~/ui/pagination'
import { TabNav } from '~/ui/tab-nav'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { View } from '../board'
import { orders, SEARCH_MAX } from '../rules'

const addressOf = (code: string, { order, q, page }: View) =>
  address(`/live/${code}`, { sort: order === 'supported' ? '' : order, q, page: page > 1 ? page : '' })

/** In which order, and of which words: kept closed, so that the questions begin near the top of a phone. */
export function BoardControls({ code, view, hasDraft }: { code: string; view: View; hasDraft: boolean }) {
  const { t } = useTranslation('live')
  const shown = orders.filter((order) => hasDraft || order !== 'article')
  return (
    <Details summary={t('board.controls', { order: t(`board.orders.${view.order}`) })}>
      <div className="board-order">
        <TabNav
          label={t('board.order')}
          items={shown.map((order) => ({
            href: addressOf(code, { ...view, order, page: 1 }),
            label: t(`board.orders.${order}`),
            current: order === view.order,
          }))}
        />
      </div>
      <p className="hint">{t(`board.rule.${view.order}`)}</p>
      <form className="board-search" method="get" action={address(`/live/${code}`)} role="search">
        {view.order === 'supported' ? null : <input type="hidden" name="sort" value={view.order} />}
        <Field name="q" label={t('board.search')} value={view.q} type="search" maxLength={SEARCH_MAX} width="medium" />
        <Button variant="secondary">{t('board.search-do')}</Button>
      </form>
    </Details>
  )
}

/** How many there are, the way to look again, and what a support is. */
export function BoardState({ code, view, count, takesPart }: { code: string; view: View; count: number; takesPart: boolean }) {
  const { t } = useTranslation('live')
  return (
    <>
      <p className="board-state">
        <span>{view.q ? t('board.found', { q: view.q, count }) : t('board.count', { count })}</span>
        {view.q ? <a href={addressOf(code, { ...view, q: '', page: 1 })}>{t('board.search-clear')}</a> : null}
        <a href={addressOf(code, view)}>{t('board.refresh')}</a>
      </p>
      {takesPart && count > 0 ? <p className="hint">{t('board.support-means')}</p> : null}
    </>
  )
}

export function BoardPages({ code, view, pages }: { code: string; view: View; pages: number }) {
  const { t } = useTranslation(['live', 'web'])
  const { page } = view
  const to = (number: number) => addressOf(code, { ...view, page: number })
  return (
    <Pagination
      label={t('board.pages')}
      previous={page > 1 ? { href: to(page - 1), label: t('web:previous') } : undefined}
      next={page < pages ? { href: to(page + 1), label: t('web:next') } : undefined}
    >
      {t('board.page', { page, pages })}
    </Pagination>
  )
}

/** Where a question that is new has its place: in the order of one's own, if that has all of them. Nowhere among what was searched for. */
export const placeOfNew = (code: string, { order, q }: View) =>
  q ? undefined : addressOf(code, { order: order === 'answered' ? 'new' : order, q, page: 1, at: 0 })
