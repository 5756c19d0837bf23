import type { Line } from './lines'
import type { Mark } from './marks'

const OPENS = '“「『«'
const CLOSES = '”」』»'

/**
 * Lines that begin inside a quotation running over several lines: in an amendment the quoted articles are
 * text of the instruction. Only a quotation after a colon or at the start of a line can run on, and every further
 * paragraph of it may repeat the opening mark, as Chinese drafting does. One that is never closed is a slip and is ignored.
 */
export function quotedLines(lines: Line[], marks: Mark[]): boolean[] {
  const quoted = Array<boolean>(lines.length).fill(false)
  let depth = 0
  let openedAt = 0
  let straight = false
  lines.forEach(({ text }, i) => {
    let before = ''
    for (const c of text) {
      const atStart = before === '' && c !== ' ' && c !== '　' && c !== '\t'
      const mayRunOn = atStart || before === '：' || before === ':'
      if (depth === 0 && mayRunOn && (OPENS.includes(c) || c === '"')) {
        depth = 1
        openedAt = i
        straight = c === '"'
      } else if (depth > 0 && !straight && OPENS.includes(c)) depth += atStart ? 0 : 1
      else if (depth > 0 && (straight ? c === '"' && !atStart : CLOSES.includes(c))) {
        depth--
        if (depth === 0) quoted.fill(true, openedAt + 1, i + 1)
      }
      if (c !== ' ' && c !== '　' && c !== '\t') before = c
    }
    depth = Math.min(depth, 1)
  })
  freeWhatGoesOnCounting(quoted, marks)
  return quoted
}

/** A stray opening mark must not swallow articles: where the numbering runs straight through, there was no quotation. */
function freeWhatGoesOnCounting(quoted: boolean[], marks: Mark[]) {
  const counted = marks.filter((m) => (m.family === 'article' && m.strength > 0) || m.family === 'cn')
  for (let i = 1; i < counted.length; i++) {
    if (!quoted[counted[i]!.line]) continue
    let end = i
    while (end < counted.length && quoted[counted[end]!.line]) end++
    const run = counted.slice(i - 1, end + 1)
    const runsOn = run.every((m, k) => k === 0 || (m.family === run[0]!.family && Number(m.number) === Number(run[k - 1]!.number) + 1))
    if (runsOn) for (let line = run[0]!.line + 1; line <= counted[end - 1]!.line; line++) quoted[line] = false
    i = end
  }
}
