import { expect, test } from 'vitest'
import { stageOnBoard } from '~/visit-reports/board'

const ended = new Date('2026-06-01T00:00:00Z')

test('a day whose slots were all cancelled one by one counts as cancelled on the board; others stay what they are', () => {
  expect(stageOnBoard('closed', { planned: 2, lastEnd: null })).toBe('cancelled')
  expect(stageOnBoard('open', { planned: 1, lastEnd: null })).toBe('cancelled')
  expect(stageOnBoard('held', { planned: 2, lastEnd: ended })).toBe('held')
  expect(stageOnBoard('closed', { planned: 2, lastEnd: ended })).toBe('closed')
  expect(stageOnBoard('prepared', { planned: 0, lastEnd: null })).toBe('prepared')
  expect(stageOnBoard('submitted', { planned: 1, lastEnd: null })).toBe('submitted')
})
