import type { Watcher } from './watcher'

/** Who is told together, or cut off together. */
export function grouping() {
  const named = new Map<string, Set<Watcher>>()
  return {
    enter(name: string, watcher: Watcher) {
      if (watcher.groups.includes(name)) return
      named.set(name, (named.get(name) ?? new Set()).add(watcher))
      watcher.groups.push(name)
    },
    leave(watcher: Watcher) {
      for (const name of watcher.groups.splice(0)) {
        const group = named.get(name)
        group?.delete(watcher)
        if (group?.size === 0) named.delete(name)
      }
    },
    of: (name: string): Watcher[] => [...(named.get(name) ?? [])],
    names: () => [...named.keys()],
  }
}
