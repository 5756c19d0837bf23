import type { SerializeFrom } from '@remix-run/node'
import type { visitFor } from '../visit.server'

export type ShownVisit = NonNullable<SerializeFrom<Awaited<ReturnType<typeof visitFor>>>>
