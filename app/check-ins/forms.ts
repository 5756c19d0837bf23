import { z } from 'zod'
import { LARGEST_ID } from '../web/ids'
import { line, prose } from '../web/text'
import { NAME_MAX, WALK_IN_MOST } from '../registrations/rules'
import { DEVICE_MAX, deviceVerdicts, SCANS_AT_ONCE, SETTLED_WHY_MAX } from './rules'

const SHOWN_MAX = 300
const MONTH_MS = 31 * 24 * 3_600_000

const nonce = z.string({ error: 'check-ins:form-key' }).regex(/^[\w-]{22}$/, 'check-ins:form-key')
const shown = line(SHOWN_MAX, { required: 'check-ins:shown-required', long: 'check-ins:why.unknown' })

export const gateForm = z.object({ nonce, shown })

/** Whatever a camera read is kept, so that one broken scan takes no other with it. */
const scanned = z.string().transform((text) => text.toWellFormed().replace(/\p{C}/gu, '').trim().slice(0, SHOWN_MAX).toWellFormed() || '?')

/** What a device of the gate tells: its clock now, and for each scan the clock then; only the difference is believed. */
const upload = z
  .object({
    device: z.string().transform((text) => text.toWellFormed().replace(/\p{C}/gu, '').trim().slice(0, DEVICE_MAX)),
    now: z.number().int().nonnegative(),
    scans: z
      .array(z.object({ nonce, shown: scanned, at: z.number().int().nonnegative(), said: z.enum(deviceVerdicts).nullable() }))
      .min(1)
      .max(SCANS_AT_ONCE),
  })
  .transform(({ device, now, scans }) => ({
    device,
    scans: scans.map(({ at, said, ...scan }) => ({
      ...scan,
      device,
      told: said === null ? undefined : { said, agoMs: Math.min(Math.max(0, now - at), MONTH_MS) },
    })),
  }))

export const uploadForm = z.object({ told: z.string().max(400_000) })

/** JSON within a form: it goes the way of every form, and every check on that way. Null for what is no upload. */
export function readUpload(told: string) {
  try {
    return upload.parse(JSON.parse(told))
  } catch {
    return null
  }
}

const places = 'check-ins:walk-in.error.place'

/** A slot and the seats in it, as `7-12`. */
export const walkInForm = z.object({
  key: nonce,
  place: z
    .string({ error: places })
    .regex(/^\d{1,10}-\d{1,10}$/, places)
    .transform((typed) => typed.split('-').map(Number) as [slotId: number, quotaId: number])
    .refine((ids) => ids.every((id) => id > 0 && id <= LARGEST_ID), places),
  size: z
    .string({ error: 'check-ins:walk-in.error.size' })
    .transform((typed) => typed.normalize('NFKC').trim())
    .refine((typed) => /^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= WALK_IN_MOST, 'check-ins:walk-in.error.size')
    .transform(Number),
  name: line(NAME_MAX, { required: 'check-ins:walk-in.error.name', long: 'check-ins:walk-in.error.name-long' }),
})

export const settleForm = z.object({
  why: prose(SETTLED_WHY_MAX, { required: 'check-ins:conflict.error.why', long: 'check-ins:conflict.error.why-long' }),
})
