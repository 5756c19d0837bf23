/** The field in which a switch pressed on an answered form brings back what was typed there. */
export const CARRIED = 'carried'

/** Names as our forms have them. In others conform would read paths (`a[0].b`) and its own commands (`__intent__`). */
export const isFieldName = (name: string) => /^[A-Za-z][\w-]{0,60}$/.test(name)

export const carry = (typed: Record<string, string>) => JSON.stringify(typed)

/** The form as it was typed, when it comes from a switch; null for a form that is really sent. */
export function carriedIn(sent: FormData): FormData | null {
  const packed = sent.get(CARRIED)
  if (typeof packed !== 'string') return null
  const form = new FormData()
  for (const [name, value] of pairsOf(packed)) if (typeof value === 'string' && isFieldName(name)) form.append(name, value)
  return form
}

function pairsOf(packed: string): [string, unknown][] {
  try {
    return Object.entries((JSON.parse(packed) ?? {}) as object)
  } catch {
    return []
  }
}
