type Person = { name: string; departmentId: number | null }
type Answerer = { id: number; name: string; departmentId: number }

/** The one among those who answer who bears the name of who writes, in their department; nobody where two could be meant. */
export function ownAnswerer({ name, departmentId }: Person, answerers: readonly Answerer[]) {
  const same = answerers.filter((each) => each.name === name && (departmentId === null || each.departmentId === departmentId))
  return same.length === 1 ? same[0]!.id : null
}
