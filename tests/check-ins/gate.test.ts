import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { record } from '#db/schema/record'
import { action, loader } from '~/check-ins/desk/gate'
import { loader as takeList } from '~/check-ins/desk/roster'
import { registerParty } from '~/registrations/register-writes.server'
import { aContext, aKey, aPost } from '../comments/given'
import { anOpenDay, aParty } from '../registrations/given'
import { setClock, useDatabase } from '../support/database'
import { aDepartment, aViewer } from '../support/people'

useDatabase()

type Viewer = Awaited<ReturnType<typeof aViewer>>

async function aGate() {
  const given = await anOpenDay()
  const params = { id: String(given.day.id) }
  const scan = async (shown: string, viewer: Viewer = given.staff) => {
    const request = aPost('/x', { nonce: aKey(), shown })
    const answer = (await action({ request, params, context: aContext({ viewer }) })) as Response
    return answer.headers.get('Location')
  }
  const look = async (path: string, viewer: Viewer = given.staff) => {
    const page = await loader({ request: new Request(`http://localhost${path}`), params, context: aContext({ viewer }) })
    return (await page.json()) as {
      scan: Record<string, unknown> | null
      counts: { expected: number; arrived: number }[]
      latest: unknown[]
    }
  }
  return { ...given, scan, look }
}

test('the guard sees who came in, and how many of those expected', async () => {
  const { pool, scan, look } = await aGate()
  const answer = await registerParty(aParty(pool, { size: 3, name: '王小明' }))
  await registerParty(aParty(pool, { size: 2 }))
  const to = await scan(answer.ok ? answer.code : '')
  const page = await look(to!)
  expect(page.scan).toMatchObject({ outcome: 'admitted', people: 3, number: 1, position: 1, name: '王小明' })
  expect(page.counts).toMatchObject([{ expected: 5, arrived: 3 }])
  expect(JSON.stringify(page.latest)).not.toContain('王小明')
})

test('another department’s gate is not there, and a scan of another day is not shown at this one', async () => {
  const { scan, look } = await aGate()
  const stranger = await aViewer('staff', (await aDepartment()).id)
  await expect(look('/x', stranger)).rejects.toMatchObject({ status: 404 })
  await expect(scan('1-1', stranger)).rejects.toMatchObject({ status: 404 })
  const other = await aGate()
  const elsewhere = await other.scan('1-1')
  expect((await look(elsewhere!)).scan).toBeNull()
})

test('who takes the sealed list along leaves a line, one an hour however many phones they carry', async () => {
  const { day, staff } = await aGate()
  const take = (viewer: Viewer) =>
    takeList({ request: new Request('http://localhost/x'), params: { id: String(day.id) }, context: aContext({ viewer }) })
  const lines = async () =>
    (await db.select().from(record).where(eq(record.act, 'gate-list-taken')).orderBy(record.seq)).map(({ actorId, subjectId }) => [
      actorId,
      subjectId,
    ])
  await Promise.all(Array.from({ length: 8 }, () => take(staff)))
  expect(await lines()).toEqual([[staff.id, String(day.id)]])
  const colleague = await aViewer('staff', day.departmentId)
  await take(colleague)
  expect(await lines()).toEqual([
    [staff.id, String(day.id)],
    [colleague.id, String(day.id)],
  ])
  await setClock('59 minutes')
  await take(staff)
  expect(await lines()).toHaveLength(2)
  await setClock('61 minutes')
  await take(staff)
  expect(await lines()).toHaveLength(3)
  const stranger = await aViewer('staff', (await aDepartment()).id)
  await expect(take(stranger)).rejects.toMatchObject({ status: 404 })
  expect(await lines()).toHaveLength(3)
})
