import type { SerializeFrom } from '@remix-run/node'
import type { receiptFor } from '../receipt.server'

export type ShownReceipt = NonNullable<SerializeFrom<Awaited<ReturnType<typeof receiptFor>>>>
