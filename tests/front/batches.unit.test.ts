import { expect, test } from 'vitest'
import { inBatches } from '~/web/batches'

test('those of one key are written together in the order they came, no more than so many; a failed batch fails alone', async () => {
  const written: number[][] = []
  const ask = inBatches<string, number, number>(3, async (_, given) => {
    written.push(given)
    if (given.includes(13)) throw new Error('no')
    return given.map((each) => each * 2)
  })
  const answers = await Promise.allSettled([1, 2, 3, 13, 5].map((each) => ask('slot', each)))
  expect(written).toEqual([
    [1, 2, 3],
    [13, 5],
  ])
  expect(answers.map((each) => (each.status === 'fulfilled' ? each.value : 'failed'))).toEqual([2, 4, 6, 'failed', 'failed'])
})
