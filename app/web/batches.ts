type Item<In, Out> = { given: In; answer: (out: Out) => void; fail: (error: unknown) => void }

/**
 * Group commit: what arrives under one key while a batch is being written waits and goes into the next one together. The
 * first is written at once, and nobody waits for company. `write` answers for each, in order; when it fails, all of that
 * batch are told so.
 */
export function inBatches<Key, In, Out>(most: number, write: (key: Key, given: In[]) => Promise<Out[]>) {
  const waiting = new Map<Key, Item<In, Out>[]>()

  async function run(key: Key, queue: Item<In, Out>[]) {
    while (queue.length > 0) {
      const batch = queue.splice(0, most)
      try {
        const written = await write(
          key,
          batch.map(({ given }) => given),
        )
        for (const [position, { answer }] of batch.entries()) answer(written[position]!)
      } catch (error) {
        for (const { fail } of batch) fail(error)
      }
    }
    waiting.delete(key)
  }

  return (key: Key, given: In) =>
    new Promise<Out>((answer, fail) => {
      const item = { given, answer, fail }
      const queue = waiting.get(key)
      if (queue) queue.push(item)
      else {
        const own = [item]
        waiting.set(key, own)
        // What arrives in the same turn of the loop still gets in.
        setImmediate(() => void run(key, own))
      }
    })
}
