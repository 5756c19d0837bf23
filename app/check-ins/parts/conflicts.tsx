import { Instant } from '~/consultations/parts/instant'
import { Around, PIECE } from '~/ui/around'
import { UserText } from '~/ui/quote'
import { Table } from '~/ui/table'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { Refusal } from '../rules'

export type ShownConflict = {
  id: number
  outcome: 'admitted' | 'repeat' | 'refused'
  why: string
  scannedAt: string
  device: string
  settledAt: string | null
  settledWhy: string
  settledBy: string | null
  number: number | null
  position: number | null
  slot: string | null
  firstAt: string | null
  firstDevice: string | null
}

/** Which ticket, which two phones, which two times. */
export function Conflicts({ dayId, conflicts }: { dayId: number; conflicts: ShownConflict[] }) {
  const { t } = useTranslation('check-ins')
  if (conflicts.length === 0) return <p className="hint">{t('conflict.none')}</p>
  return (
    <Table
      caption={t('conflict.title')}
      captionHidden
      rows={conflicts}
      rowKey={({ id }) => id}
      columns={[
        { header: t('conflict.ticket'), cell: (row) => <WhichTicket of={row} /> },
        { header: t('conflict.counted'), cell: (row) => <Counted of={row} /> },
        { header: t('conflict.other'), cell: ({ device, scannedAt }) => <DeviceAt device={device} at={scannedAt} /> },
        { header: t('conflict.settle'), cell: (row) => <Settling dayId={dayId} of={row} /> },
      ]}
    />
  )
}

export function WhichTicket({ of: { position, number, slot } }: { of: ShownConflict }) {
  if (number === null) return <>—</>
  return <UserText>{`${position}-${number} ${slot ?? ''}`}</UserText>
}

/** The scan that counts; or why there is none that could. */
export function Counted({ of: { outcome, why, firstAt, firstDevice } }: { of: ShownConflict }) {
  const { t } = useTranslation('check-ins')
  if (firstAt && outcome === 'repeat') return <DeviceAt device={firstDevice ?? ''} at={firstAt} />
  return <>{t('conflict.against', { why: t(`why.${why as Refusal}`) })}</>
}

export function DeviceAt({ device, at }: { device: string; at: string }) {
  const { t } = useTranslation('check-ins')
  return (
    <Around sentence={t('conflict.at', { device: device || t('this-page'), when: PIECE })}>
      <Instant at={at} />
    </Around>
  )
}

function Settling({ dayId, of: { id, settledAt, settledWhy, settledBy } }: { dayId: number; of: ShownConflict }) {
  const { t } = useTranslation('check-ins')
  if (!settledAt) return <a href={address(`/desk/open-days/${dayId}/conflicts/${id}`)}>{t('conflict.settle')}</a>
  return (
    <>
      <UserText>{t('conflict.settled', { why: settledWhy })}</UserText>
      <span className="hint">
        <Around sentence={t('conflict.by', { name: settledBy ?? '', when: PIECE })}>
          <Instant at={settledAt} />
        </Around>
      </span>
    </>
  )
}
