import { describe, expect, it } from 'vitest'
import { bodyParagraphs, normaliseSource, splitDraft } from '../../app/drafts/split'

const SMALL = 25_000
const fill = (piece: string) => (size: number) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size)

const HOSTILE: [string, (size: number) => string][] = [
  [
    'ordinary articles',
    (size) => Array.from({ length: size / 25 }, (_, i) => `第${i + 1}条 停车人应当按照规定缴费，不得拖欠。\n`).join(''),
  ],
  ['articles without end of the same number', fill('第一条 甲。\n')],
  ['articles and appendices by turns', (size) => Array.from({ length: size / 12 }, (_, i) => `第${i + 1}条 甲。\n附件\n`).join('')],
  ['items', fill('一、甲。\n（一）乙。\n1.丙。\n')],
  ['decimals', (size) => Array.from({ length: size / 8 }, (_, i) => `${(i % 99) + 1}.${(i % 7) + 1} 甲\n`).join('')],
  ['spaces', fill(' ')],
  ['spaces before a letter on every line', fill(' '.repeat(400) + 'a\n')],
  ['blank lines', fill('\n')],
  ['blank lines between items', fill('\n\n\n\n\n\n\n\n\n（一）甲\n')],
  ['one line of 第', fill('第')],
  ['one line of numbers', fill('一')],
  ['open quotation marks', fill('：“')],
  ['open quotation marks by line', fill('一、甲：“\n第一条 乙\n')],
  ['bars', fill('|')],
  ['rows', fill('| a | - |\n| - | - |\n')],
  ['dots', fill('.')],
  ['hashes', fill('#')],
  ['Markdown headings', fill('# 甲\n## 乙\n')],
  ['brackets', fill('（')],
  ['stars', fill('*')],
  ['table of contents without end', (size) => '目录\n' + fill('第一节 甲……1\n')(size)],
  ['Greek', fill('ΚΕΦΑΛΑΙΟ Α’ – ')],
]

/** Processor time, so that a busy machine does not change the ratio. */
function milliseconds(text: string) {
  const from = process.cpuUsage()
  for (const unit of splitDraft(normaliseSource(text))) bodyParagraphs(unit)
  return process.cpuUsage(from).user / 1000
}

// Below a few milliseconds the clock says more about the machine than about the text.
const FLOOR = 4
const ROUNDS = 6

/** How much longer four times the text takes. Compiling and collecting fall on single rounds, a square falls on all: the best round tells. */
function growth(make: (size: number) => string) {
  const [small, large] = [make(SMALL), make(SMALL * 4)]
  let [least, most] = [Infinity, Infinity]
  for (let round = 0; round < ROUNDS && !(most / Math.max(FLOOR, least) < 12 && round > 0); round++) {
    least = Math.min(least, milliseconds(small))
    most = Math.min(most, milliseconds(large))
  }
  return most / Math.max(FLOOR, least)
}

describe('time grows with the text and not with its square', () => {
  it.each(HOSTILE)('%s', (_name, make) => expect(growth(make)).toBeLessThan(12), 60_000)

  it('a square is seen', () => {
    const square = (text: string) => Array.from(text).filter((_, at) => text.lastIndexOf('x', at) === -1)
    const cost = (size: number) => {
      const from = process.cpuUsage()
      square('甲'.repeat(size))
      return process.cpuUsage(from).user / 1000
    }
    expect(cost(SMALL * 2) / Math.max(FLOOR, cost(SMALL / 4))).toBeGreaterThan(12)
  })
})
