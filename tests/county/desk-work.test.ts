import { expect, test } from 'vitest'
import { waitingFor } from '~/county/desk-work'
import { consultationsForDesk } from '~/consultations/reads.server'
import { decideComment, objectByReceipt } from '~/moderation/writes.server'
import { saveNotice, requestApproval } from '~/consultations/writes.server'
import { aNotice, anOffice, aPrepared, ZONE } from '../consultations/given'
import { aComment, anOpenConsultation } from '../moderation/given'
import { decide, publish, sortInto, submit, aClosedConsultation } from '../reports/given'
import { useDatabase } from '../support/database'
import { aViewer } from '../support/people'
import type { Viewer } from '~/accounts/rules'

useDatabase()

const tasksOf = async (viewer: Viewer) => waitingFor(viewer, await consultationsForDesk(viewer)).map(({ task, count }) => [task, count])

test('an open objection waits for those who did not make the decision, and for nobody else', async () => {
  const { id, departmentId } = await anOpenConsultation()
  const [one, other] = [await aViewer('moderator', departmentId), await aViewer('moderator', departmentId)]
  const { code, number } = await aComment(id, '骂人的话')
  const verdict = {
    visibility: 'withheld',
    reason: 'insult',
    note: '',
    publicBody: '',
    publicReplacement: '',
    seenVersion: 0,
    why: '',
  } as const
  await decideComment(one, { consultationId: id, number }, verdict)
  await objectByReceipt(code, '这不是骂人')
  expect(await tasksOf(other)).toEqual([['objection', 1]])
  expect(await tasksOf(one)).toEqual([])
  expect(await tasksOf(await aViewer('auditor'))).toEqual([])
  expect(await tasksOf(await aViewer('moderator', (await anOpenConsultation()).departmentId))).toEqual([])
})

test('a publisher is not offered what they had a hand in, though a colleague wrote over it', async () => {
  const office = await anOffice()
  const helper = await aViewer('staff', office.department.id)
  const id = await aPrepared(office)
  await saveNotice(helper, id, aNotice({ summary: '另一句话' }))
  await requestApproval(office.staff, id, ZONE)
  expect(await tasksOf(office.publisher)).toEqual([['approve', 0]])
  expect(await tasksOf({ ...helper, role: 'publisher' })).toEqual([])

  const given = await aClosedConsultation(['一'])
  const sorter = await aViewer('staff', given.department.id)
  await decide(given, await sortInto({ ...given, desk: { ...given.desk, viewer: sorter } }, 1))
  await submit(given)
  expect(await tasksOf(given.publisher)).toEqual(
    [
      ['approve-report', 0],
      ['moderate', 1],
    ].toReversed(),
  )
  expect(await tasksOf({ ...sorter, role: 'publisher' })).toEqual([['moderate', 1]])
  expect(await publish(given)).toMatchObject({ ok: true })
})
