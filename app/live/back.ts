import type { Filter } from './desk-acts'
import type { QueueOrder } from './queue-order'

/** The list in which somebody stood when they acted, and to which they go back. */
export type Back = { show: Filter; order: QueueOrder; page: number }

/** The list in an address. */
export const listQuery = (back: Back | undefined) =>
  back ? { show: back.show, order: back.order === 'new' ? undefined : back.order, page: back.page > 1 ? back.page : undefined } : {}
