import { z } from 'zod'

export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/'
export const at = z.iso.datetime().meta({ description: 'Instant in UTC' })
export const licence = z.literal(LICENCE).meta({ description: 'Everything here may be used by anyone who names the county as its source' })
export const next = z.string().nullable().meta({ description: 'Address of the next page; null on the last' })
export const department = z.object({ id: z.int(), name: z.string(), nameEn: z.string(), phone: z.string() })
