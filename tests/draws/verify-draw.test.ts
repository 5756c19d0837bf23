import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { quotas, visitorGroups } from '#db/schema/open-days'
import { documentOf, type DrawDocument } from '~/draws/document'
import { hashOf } from '~/draws/writes.server'
import { cancelRegistration } from '~/registrations/writes.server'
import { useDatabase } from '../support/database'
import { aDrawDay, applied, drawn, drawOf, frozen } from './given'

useDatabase()

const folder = mkdtempSync(join(tmpdir(), 'kaimen-draw-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Said = { code: number; said: string }

/** What the script says of this file, run as anyone would run it. */
function verified(document: unknown): Promise<Said> {
  const file = join(folder, 'draw.json')
  writeFileSync(file, typeof document === 'string' ? document : JSON.stringify(document))
  return new Promise((resolve) =>
    execFile(process.execPath, ['public/verify-draw.mjs', file], (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    ),
  )
}

/** A real draw: two slots, groups with places of their own, parties with needs, one that cancelled after the list. */
async function aRealDraw(): Promise<DrawDocument> {
  const given = await aDrawDay({ slots: 2, seats: 5, places: { wheelchair: 1, interpreter: 1 }, partyMost: 6 })
  const [group] = await db.insert(visitorGroups).values({ openDayId: given.id, position: 1, name: '企业\t代表' }).returning()
  const [ofGroup] = await db
    .insert(quotas)
    .values({ openDayId: given.id, slotId: given.slot.id, groupId: group!.id, capacity: 2 })
    .returning()
  await applied(given.seats[0]!, [{}, { size: 4 }, { size: 2, wheelchairs: 2 }, { interpreter: true }, { interpreter: true }, { size: 3 }])
  await applied(ofGroup!, [{ size: 2 }, {}, {}])
  const [gone] = await applied(given.seats[1]!, [{ size: 5 }, { size: 2 }, { quiet: true }, {}])
  await frozen(given)
  await cancelRegistration(gone!)
  expect(await drawn(given)).toEqual({ ok: true })
  return documentOf(given.day, await drawOf(given.id))
}

test('the script alone draws the same, from the published file alone', async () => {
  const { code, said } = await verified(await aRealDraw())
  expect(said).toContain('EQUAL: ')
  expect(said).toContain('13, cancelled before the draw / 抽签前取消 1')
  expect(code).toBe(0)
})

describe('a file that was tampered with', () => {
  const withList = (document: DrawDocument, entries: string) => ({ ...document, entries, entriesHash: hashOf(entries) })
  const swapped = <T>(list: T[], a: number, b: number) => list.map((each, at) => (at === a ? list[b]! : at === b ? list[a]! : each))
  const outcome = (document: DrawDocument, from: string, to: string) => {
    const at = document.order!.findIndex((each) => each.outcome === from)
    return { ...document, order: document.order!.map((each, index) => (index === at ? { ...each, outcome: to } : each)) }
  }
  const tampered: [what: string, change: (document: DrawDocument) => unknown][] = [
    ['one letter of the list', (d) => ({ ...d, entries: d.entries!.replace('1-1\t1', '1-1\t2') })],
    ['an entry slipped in, with a fitting hash', (d) => withList(d, `${d.entries}14\t2\t2-5\t1\t-\t-\n`)],
    [
      'two entries exchanged, with a fitting hash',
      (d) => withList(d, d.entries!.replace('1-1\t', 'x\t').replace('1-2\t', '1-1\t').replace('x\t', '1-2\t')),
    ],
    ['a line cut off, with a fitting hash', (d) => withList(d, d.entries!.slice(0, -1))],
    ['another value', (d) => ({ ...d, value: '1 2 3' })],
    ['another value with its seed', (d) => ({ ...d, value: '1 2 3', seed: '1.2.3./' })],
    ['a friend moved up', (d) => ({ ...d, order: swapped(d.order!, 0, 9) })],
    ['a place given to one who waits', (d) => outcome(d, 'waiting', 'confirmed')],
    ['a place taken from one who was drawn', (d) => outcome(d, 'confirmed', 'waiting')],
    ['one who was drawn called cancelled', (d) => outcome(d, 'confirmed', 'gone')],
    ['a result cut short', (d) => ({ ...d, order: d.order!.slice(0, -1) })],
    ['fewer places than there were', (d) => ({ ...d, pools: d.pools!.map((pool) => ({ ...pool, free: 0 })) })],
    ['a list fixed after the source spoke', (d) => ({ ...d, frozenAt: d.speaksAt })],
    ['a draw before the source spoke', (d) => ({ ...d, drawnAt: d.frozenAt })],
    ['a draw that has not been made', (d) => ({ ...d, drawnAt: null, value: null })],
  ]

  test('is not equal, whatever was changed in it', async () => {
    const honest = await aRealDraw()
    for (const [what, change] of tampered) {
      const { code, said } = await verified(change(honest))
      expect(said, what).toContain('NOT EQUAL')
      expect(code, what).toBe(1)
    }
    expect((await verified('{"format":')).code).toBe(2)
  })
})
