/** Lets so many go on at each turn of the loop, in the order they came: a crowd never keeps what is under way from its answers, nor anyone else from the door, where the loop lets in one connection at each turn. */
export function inTurns(most: number): () => Promise<void> {
  const waiting: (() => void)[] = []

  function next() {
    for (const go of waiting.splice(0, most)) go()
    if (waiting.length > 0) setImmediate(next)
  }

  return () =>
    new Promise((go) => {
      if (waiting.push(go) === 1) setImmediate(next)
    })
}
