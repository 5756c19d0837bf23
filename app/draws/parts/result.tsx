import { Instant } from '~/consultations/parts/instant'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { Notification } from '~/ui/notification'
import { Pagination } from '~/ui/pagination'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { SummaryList } from '~/ui/summary-list'
import { Table } from '~/ui/table'
import { Tag } from '~/ui/tag'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'

type Row = { place: number; entry: number; number: string; outcome: 'confirmed' | 'waiting' | 'gone' }
type Props = {
  slug: string
  lang: string
  drawn: { value: string | null; reference: string | null; seed: string | null; drawnAt: string }
  rows: Row[]
  page: number
  last: number
  sought: string
  found: Row | null
}

const tones = { confirmed: 'reported', waiting: 'pending', gone: 'closed' } as const

export function Result({ slug, lang, drawn, rows, sought, found, page, last }: Props) {
  const { t } = useTranslation('draws')
  return (
    <Section id="result" title={t('result.title')}>
      <SummaryList
        plain
        items={[
          { key: t('result.value'), value: <span className="user-text">{drawn.value}</span> },
          { key: t('result.reference'), value: <UserText lang={lang}>{drawn.reference ?? ''}</UserText> },
          { key: t('result.seed'), value: <code className="code">{drawn.seed}</code> },
          { key: t('result.drawn-at'), value: <Instant at={drawn.drawnAt} /> },
        ]}
      />
      {rows.length > 0 ? <Find slug={slug} sought={sought} found={found} /> : null}
      <Table
        caption={t('result.table')}
        columns={[
          { header: t('result.place'), cell: (row: Row) => t('result.nth', { place: row.place }), rowHeader: true },
          { header: t('result.number'), cell: (row: Row) => row.number },
          { header: t('result.entry'), cell: (row: Row) => row.entry },
          { header: t('result.outcome'), cell: (row: Row) => <Tag tone={tones[row.outcome]}>{t(`outcome.${row.outcome}`)}</Tag> },
        ]}
        rows={rows}
        rowKey={(row) => row.place}
        empty={t('result.empty')}
      />
      <Pages slug={slug} page={page} last={last} />
      <p className="hint">{t('result.then')}</p>
    </Section>
  )
}

/** A list may be thousands long: one number is asked for by name. */
function Find({ slug, sought, found }: Pick<Props, 'slug' | 'sought' | 'found'>) {
  const { t } = useTranslation('draws')
  const said = found && t('result.found', { ...found, outcome: t(`outcome.${found.outcome}`) })
  return (
    <>
      <form method="get" action={`${address(`/open-days/${slug}/draw`)}#result`} className="filter">
        <Field name="number" label={t('result.find')} hint={t('result.find-hint')} width="short" value={sought} />
        <Button variant="secondary">{t('result.find-button')}</Button>
      </form>
      {sought ? (
        <Notification tone={found ? 'info' : 'warning'} title={said ?? t('result.not-found', { number: sought })} announce />
      ) : null}
    </>
  )
}

function Pages({ slug, page, last }: Pick<Props, 'slug' | 'page' | 'last'>) {
  const { t } = useTranslation(['draws', 'web'])
  const to = (number: number) => `${address(`/open-days/${slug}/draw`, { page: number })}#result`
  return (
    <Pagination
      label={t('result.pages')}
      previous={page > 1 ? { href: to(page - 1), label: t('web:previous') } : undefined}
      next={page < last ? { href: to(page + 1), label: t('web:next') } : undefined}
    >
      {last > 1 ? t('result.where', { page, last }) : null}
    </Pagination>
  )
}
