import { BEAT_S, FIRST_BEAT_S } from './limits'
import type { Line } from './line'

/** Asks every line now and then whether it is still there, a part of them each second. */
export function heartbeat() {
  const turns = Array.from({ length: BEAT_S }, () => new Set<Line>())
  let now = 0
  const clock = setInterval(() => {
    now = (now + 1) % BEAT_S
    for (const line of turns[now]!) line.beat()
  }, 1_000)
  clock.unref()
  return {
    add: (line: Line) => void turns[(now + FIRST_BEAT_S) % BEAT_S]!.add(line),
    remove: (line: Line) => turns.forEach((turn) => turn.delete(line)),
    all: () => turns.flatMap((turn) => [...turn]),
    count: () => turns.reduce((sum, { size }) => sum + size, 0),
    stop: () => clearInterval(clock),
  }
}
