/** The field in which a switch pressed on an answered form brings back what was typed there. */
export const CARRIED = 'carried'

export const carry = (typed: Record<string, string>) => JSON.stringify(typed)

/** The form as it was typed, when it comes from a switch; null for a form that is really sent. */
export function carriedIn(sent: FormData): FormData | null {
  const packed = sent.get(CARRIED)
  if (typeof packed !== 'string') return null
  const form = new FormData()
  for (const [name, value] of pairsOf(packed)) if (typeof value === 'string') form.append(name, value)
  return form
}

function pairsOf(packed: string): [string, unknown][] {
  try {
    return Object.entries((JSON.parse(packed) ?? {}) as object)
  } catch {
    return []
  }
}
