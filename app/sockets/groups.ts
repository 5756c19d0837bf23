type Member = { groups: string[] }

/** Who is told together, or cut off together. */
export function grouping<M extends Member>() {
  const named = new Map<string, Set<M>>()
  return {
    enter(name: string, one: M) {
      if (one.groups.includes(name)) return
      named.set(name, (named.get(name) ?? new Set()).add(one))
      one.groups.push(name)
    },
    leave(one: M) {
      for (const name of one.groups.splice(0)) {
        const group = named.get(name)
        group?.delete(one)
        if (group?.size === 0) named.delete(name)
      }
    },
    of: (name: string): M[] => [...(named.get(name) ?? [])],
    names: () => [...named.keys()],
  }
}
