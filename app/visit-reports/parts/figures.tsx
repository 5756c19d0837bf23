import type { Choosing } from '~/open-days/rules'
import { Instant } from '~/consultations/parts/instant'
import { Notification } from '~/ui/notification'
import { UserText } from '~/ui/quote'
import { Table, type Column } from '~/ui/table'
import { useTranslation } from '~/web/translation'
import type { DayFigures, Figures as Counts, SlotFigures } from '../figures'

type Row = Counts & { slot: SlotFigures | null }

/** Slot by slot, and all together where there are several. */
export function Figures({ figures: { slots, total }, choosing, lang }: { figures: DayFigures; choosing: Choosing; lang: string }) {
  const { t } = useTranslation('visit-reports')
  const unknown = t('figures.not-recorded')
  const rows: Row[] = [...slots.map((slot) => ({ ...slot, slot })), ...(slots.length > 1 ? [{ ...total, slot: null }] : [])]
  const number = (header: string, of: (row: Row) => number | null): Column<Row> => ({
    header,
    numeric: true,
    cell: (row) => of(row) ?? unknown,
  })
  const columns: Column<Row>[] = [
    { header: t('figures.slot'), rowHeader: true, cell: ({ slot }) => (slot ? <SlotName slot={slot} lang={lang} /> : t('figures.total')) },
    number(t('figures.offered'), ({ offered }) => offered),
    number(t('figures.parties'), ({ parties }) => parties),
    number(t('figures.people'), ({ people }) => people),
    ...(choosing === 'first-come' ? [] : [number(t(choosing === 'draw' ? 'figures.drawn' : 'figures.chosen'), ({ chosen }) => chosen)]),
    number(t('figures.confirmed'), ({ confirmed }) => confirmed),
    number(t('figures.cancelled'), ({ cancelledBefore }) => cancelledBefore),
    number(t('figures.came'), ({ came }) => came),
    ...(total.walkIns ? [number(t('figures.walk-ins'), ({ walkIns }) => walkIns)] : []),
    {
      header: t('figures.no-show'),
      numeric: true,
      cell: ({ noShow, noShowRate }) =>
        noShow === null ? (
          unknown
        ) : (
          <>
            {noShow}
            {noShowRate === null ? null : <span className="hint"> {t('figures.rate', { rate: noShowRate })}</span>}
          </>
        ),
    },
  ]
  return (
    <>
      {total.recorded === 'all' ? null : <Notification title={t(`figures.${total.recorded}`)} />}
      <Table caption={t('figures.title')} captionHidden rows={rows} rowKey={(_, index) => index} columns={columns} />
    </>
  )
}

function SlotName({ slot: { name, position, startsAt, cancelled }, lang }: { slot: SlotFigures; lang: string }) {
  const { t } = useTranslation('visit-reports')
  return (
    <>
      {name ? <UserText lang={lang}>{name}</UserText> : t('figures.slot-number', { number: position })}{' '}
      <span className="hint">
        <Instant at={startsAt} />
        {cancelled ? ` · ${t('figures.slot-cancelled')}` : ''}
      </span>
    </>
  )
}
