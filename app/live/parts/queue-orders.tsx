import { TabNav } from '~/ui/tab-nav'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import { listQuery, type Back } from '../back'
import { queueOrders } from '../queue-order'

/** In which order the list stands; kept in the address. */
export function QueueOrders({ here, back }: { here: string; back: Back }) {
  const { t } = useTranslation('live')
  return (
    <div className="board-order">
      <TabNav
        label={t('board.order')}
        items={queueOrders.map((order) => ({
          href: address(here, listQuery({ ...back, order, page: 1 })),
          label: t(`board.orders.${order}`),
          current: order === back.order,
        }))}
      />
    </div>
  )
}
