import { expect, it } from 'vitest'
import { parseTable } from '../../app/drafts/split'

it('reads the cells of a pipe table, escaped bars and short rows included', () => {
  expect(parseTable('| 车型 | 元 |\n| :-- | --: |\n| 小\\|中 | 3 |\n| 大 |\n| a | b | c |\n')).toEqual({
    header: ['车型', '元', ''],
    rows: [
      ['小|中', '3', ''],
      ['大', '', ''],
      ['a', 'b', 'c'],
    ],
  })
})

it('reads a table without outer bars and keeps empty cells', () => {
  expect(parseTable('a | b\n--- | ---\n1 |  \n')).toEqual({ header: ['a', 'b'], rows: [['1', '']] })
  expect(parseTable('| a | b |\n|---|---|\n| 一、 |  |')).toEqual({ header: ['a', 'b'], rows: [['一、', '']] })
})

it.each(['', '停车', '| a | b |', '| a | b |\n| 1 | 2 |', '| a |\n| - |\n停车', 'a\n---\nb'])('is null for %j', (text) =>
  expect(parseTable(text)).toBeNull(),
)
