import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { admission } from '../../app/sockets/admission'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a crowd is let in in its order, so many a second, and whoever waits longer than a second knows how many are before them', async () => {
  const admit = admission(100)
  const inside: number[] = []
  const told: [number, number][] = []
  const enter = (who: number) => void admit((before) => told.push([who, before])).then(() => inside.push(who))
  for (let who = 0; who < 250; who++) enter(who)
  await vi.advanceTimersByTimeAsync(0)
  expect(inside).toHaveLength(10)
  expect(told[0]).toEqual([110, 100])
  expect(told.at(-1)).toEqual([249, 239])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(inside).toHaveLength(110)
  await vi.advanceTimersByTimeAsync(1_400)
  expect(inside).toEqual(Array.from({ length: 250 }, (_, who) => who))
})

test('who comes alone never waits, and who comes later stands behind those who wait', async () => {
  const admit = admission(10)
  const inside: string[] = []
  const enter = (who: string) => void admit(() => {}).then(() => inside.push(who))
  enter('first')
  enter('second')
  await vi.advanceTimersByTimeAsync(0)
  expect(inside).toEqual(['first'])
  await vi.advanceTimersByTimeAsync(50)
  enter('third')
  await vi.advanceTimersByTimeAsync(50)
  expect(inside).toEqual(['first', 'second'])
  await vi.advanceTimersByTimeAsync(100)
  expect(inside).toEqual(['first', 'second', 'third'])
})
