import { z } from 'zod'

/** What a browser may send; nothing else reaches an act. */
export const joinFrame = z.strictObject({ code: z.string().regex(/^\d{6}$/), since: z.int().min(0) })
export const deskFrame = z.strictObject({ id: z.int().positive().max(2_147_483_647) })
export const supportFrame = z.strictObject({ number: z.int().positive().max(2_147_483_647), on: z.boolean() })
