export type Finding = { ok: boolean; what: string; found: string; /** What to do about it. */ next?: string }

export const printed = ({ ok, what, found, next }: Finding) => [`${ok ? '✔' : '✘'} ${what}   ${found}`, ...(next ? [`    → ${next}`] : [])]

/** A check that fails to find out is a finding too. */
export async function findingOf(what: string, next: string, check: () => Promise<string> | string): Promise<Finding> {
  try {
    return { ok: true, what, found: await check() }
  } catch (error) {
    const { message, code } = error as Error & { code?: string }
    return { ok: false, what, found: (message || code || String(error)).split('\n')[0]!, next }
  }
}
