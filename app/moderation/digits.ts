/** One digit of a text, wherever and however it is written. */
export type Digit = { value: number; start: number; end: number; chinese: boolean }

const CHINESE = new Map([...'零〇一二三四五六七八九'].map((character, index) => [character, Math.max(0, index - 1)]))
for (const [index, character] of [...'壹贰叁肆伍陆柒捌玖'].entries()) CHINESE.set(character, index + 1)
CHINESE.set('幺', 1)

function valueOf(character: string): { value: number; chinese: boolean } | null {
  if (character >= '0' && character <= '9') return { value: Number(character), chinese: false }
  if (character < '\u0660') return null
  const chinese = CHINESE.get(character)
  if (chinese !== undefined) return { value: chinese, chinese: true }
  if (!/\p{N}/u.test(character)) return null
  const plain = character.normalize('NFKC')
  return /^[0-9]$/.test(plain) ? { value: Number(plain), chinese: false } : null
}

const SEPARATOR = /^[\t \u00A0\u2000-\u200B\u202F\u3000\-\u2010-\u2015\uFF0D_.·•・．()（）]{1,2}$/

/** Digits in order, cut into runs: within a run they touch or are held apart by at most two spaces, dashes or brackets. */
export function digitRuns(text: string): Digit[][] {
  const runs: Digit[][] = []
  let run: Digit[] = []
  let position = 0
  for (const character of text) {
    const start = position
    position += character.length
    const found = valueOf(character)
    if (!found) continue
    const last = run.at(-1)
    if (last && start > last.end && (start - last.end > 2 || !SEPARATOR.test(text.slice(last.end, start)))) {
      runs.push(run)
      run = []
    }
    run.push({ ...found, start, end: position })
  }
  if (run.length > 0) runs.push(run)
  return runs
}

/** Whether a group of digits begins at this place of the run: nothing touches it from the left. */
export const begins = (run: readonly Digit[], at: number) => at === 0 || run[at - 1]!.end < run[at]!.start

export const ends = (run: readonly Digit[], at: number) => at + 1 >= run.length || run[at]!.end < run[at + 1]!.start
