/** What a rule answers: allowed, or refused with the reason that a page turns into a sentence. */
export type Decision<Why extends string> = { ok: true } | { ok: false; why: Why }

export const allowed = { ok: true } as const

export const refused = <Why extends string>(why: Why) => ({ ok: false, why }) as const
