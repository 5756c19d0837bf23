import { describe, expect, it } from 'vitest'
import { queuePage } from '~/moderation/reads.server'
import { useDatabase } from '../support/database'
import { aComment, anOpenConsultation } from './given'

useDatabase()

describe('the queue', () => {
  it('goes through every comment once, page by page, forwards and back', async () => {
    const consultation = await anOpenConsultation()
    for (let count = 1; count <= 45; count++) await aComment(consultation.id, `意见之${count}`)
    const first = await queuePage(consultation.id, 'waiting', {})
    const second = await queuePage(consultation.id, 'waiting', { after: first.rows.at(-1)!.number })
    const third = await queuePage(consultation.id, 'waiting', { after: second.rows.at(-1)!.number })
    expect([first, second, third].flatMap((page) => page.rows.map((row) => row.number))).toEqual(
      Array.from({ length: 45 }, (_, index) => index + 1),
    )
    expect([first, second, third].map((page) => [page.previous, page.next])).toEqual([
      [false, true],
      [true, true],
      [true, false],
    ])
    const back = await queuePage(consultation.id, 'waiting', { before: third.rows[0]!.number })
    expect(back.rows.map((row) => row.number)).toEqual(second.rows.map((row) => row.number))
    expect([back.previous, back.next]).toEqual([true, true])
  })
})
