import type { z } from 'zod'
import type { ListedOpenDay, PublicSlot } from '~/open-days/reads.server'
import { spanOf, stageBySlots } from '~/open-days/rules'
import { fullAddress } from '~/web/address'
import type { openDaySummary, slot } from './open-day-schemas'

/** An open day as the list shows it. Published ones have their instants. */
export const openDaySummaryOf = (day: ListedOpenDay, origin: string): z.input<typeof openDaySummary> => ({
  ...day,
  stage: stageBySlots(day, spanOf(day.slots), day.now),
  publishedAt: day.publishedAt!.toISOString(),
  opensAt: day.opensAt!.toISOString(),
  closesAt: day.closesAt!.toISOString(),
  cancelledAt: day.cancelledAt?.toISOString() ?? null,
  slots: day.slots.map(slotOf),
  url: fullAddress(origin, `/open-days/${day.slug}`),
})

const slotOf = ({ pools, ...each }: PublicSlot): z.input<typeof slot> => ({
  ...each,
  arriveAt: each.arriveAt.toISOString(),
  startsAt: each.startsAt.toISOString(),
  endsAt: each.endsAt.toISOString(),
  cancelledAt: each.cancelledAt?.toISOString() ?? null,
  places: pools.map(({ invited, ...pool }) => ({ ...pool, byInvitation: invited })),
})
