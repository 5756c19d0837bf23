import { expect, test } from 'vitest'
import { inTurns } from '~/web/turns'

test('a crowd goes on a few at each turn of the loop, in the order it came, and lets answers in between', async () => {
  const turn = inTurns(2)
  const seen: string[] = []
  const crowd = ['a', 'b', 'c', 'd', 'e'].map((who) => turn().then(() => seen.push(who)))
  // Stands for what a socket brings: handled between two turns of the crowd.
  setImmediate(() => seen.push('answer'))
  await Promise.all(crowd)
  expect(seen).toEqual(['a', 'b', 'answer', 'c', 'd', 'e'])
})

test('whoever comes after a crowd has gone through is let in as well', async () => {
  const turn = inTurns(2)
  await Promise.all([turn(), turn(), turn()])
  await turn()
})
