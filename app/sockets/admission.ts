import { ADMITTED } from './limits'

const EVERY_MS = 100

/** Lets so many a second in, in the order they came; whoever waits is told how many are before them. */
export function admission(perSecond = ADMITTED) {
  const waiting: (() => void)[] = []
  const atOnce = Math.ceil((perSecond * EVERY_MS) / 1000)
  let left = atOnce
  let clock: NodeJS.Timeout | null = null

  function next() {
    left = atOnce
    while (left > 0 && waiting.length > 0) {
      left--
      waiting.shift()!()
    }
    if (waiting.length > 0 || left < atOnce) clock = setTimeout(next, EVERY_MS)
    else clock = null
  }

  return (told: (before: number) => void) =>
    new Promise<void>((enter) => {
      clock ??= setTimeout(next, EVERY_MS)
      if (left > 0 && waiting.length === 0) {
        left--
        return enter()
      }
      if (waiting.length >= perSecond) told(waiting.length)
      waiting.push(enter)
    })
}
