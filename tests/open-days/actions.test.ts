import { expect, test } from 'vitest'
import type { Viewer } from '~/accounts/rules'
import * as campaign from '~/open-days/desk/new-campaign'
import * as group from '~/open-days/desk/group'
import * as groups from '~/open-days/desk/groups'
import * as list from '~/open-days/desk/list'
import * as newSlot from '~/open-days/desk/new-slot'
import * as notice from '~/open-days/desk/notice'
import * as overview from '~/open-days/desk/overview'
import * as publication from '~/open-days/desk/publication'
import * as question from '~/open-days/desk/question'
import * as questions from '~/open-days/desk/questions'
import { plannedFor } from '~/open-days/desk-reads.server'
import { addGroup, addQuestion } from '~/open-days/parts-writes.server'
import { requestApproval } from '~/open-days/writes.server'
import { setClock, useDatabase } from '../support/database'
import { asSeenBy, aViewer, posted } from '../support/people'
import { anOffice, aPrepared, aSubmitted } from './given'

useDatabase()

const given = (viewer: Viewer | null, id: number | string, fields?: Record<string, string>) => ({
  request: fields ? posted('/desk', fields) : new Request('http://localhost/desk'),
  params: { id: String(id) },
  context: asSeenBy(viewer),
})
const answerOf = async (answer: unknown) => {
  const found = await Promise.resolve(answer).catch((thrown: unknown) => thrown)
  return found instanceof Response ? found : new Response(null)
}
const statusOf = async (answer: unknown) => (await answerOf(answer)).status

test('for another department an open day is not there; the auditor sees it, the moderator does not', async () => {
  const office = await anOffice()
  const id = await aPrepared(office)
  const { staff } = await anOffice()
  for (const page of [overview, notice, groups, questions, newSlot]) expect(await statusOf(page.loader(given(staff, id)))).toBe(404)
  expect(await statusOf(groups.action(given(staff, id, { name: '居民' })))).toBe(404)
  for (const odd of ['0', '-1', '1e9', '99999999999', 'x', '']) expect(await statusOf(overview.loader(given(office.staff, odd)))).toBe(404)
  expect(await statusOf(overview.loader(given(await aViewer('auditor'), id)))).toBe(200)
  expect(await statusOf(notice.action(given(await aViewer('auditor'), id, { title: '标题' })))).toBe(403)
  const moderator = await aViewer('moderator', office.department.id)
  expect(await statusOf(overview.loader(given(moderator, id)))).toBe(403)
  expect(await statusOf(list.loader(given(moderator, '')))).toBe(403)
  expect(await statusOf(list.loader(given(null, '')))).toBe(303)
})

test('what cannot be is answered with the form and a sentence, and nothing is stored', async () => {
  const office = await anOffice()
  const id = await aPrepared(office, {}, 0)
  const bad = { on: '2027-02-30', arrives: '10:00', starts: '09:00', ends: '08:00', seats: '-1' }
  const answer = await answerOf(newSlot.action(given(office.staff, id, bad)))
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({ state: { values: bad, errors: { seats: 'open-days:desk.error.places' } } })
  const turned = { on: '2027-02-20', arrives: '10:00', starts: '09:00', ends: '08:00', seats: '5' }
  expect(await (await answerOf(newSlot.action(given(office.staff, id, turned)))).json()).toMatchObject({
    state: { errors: { arrives: 'open-days:desk.error.arrives', ends: 'open-days:desk.error.ends' } },
  })
  expect(await statusOf(questions.action(given(office.staff, id, { label: '几点？', kind: 'choice', options: '一点' })))).toBe(422)
  expect(await plannedFor(id)).toMatchObject({ slots: [], questions: [] })
})

test('full-width digits are digits, and a group of its own has places of its own', async () => {
  const office = await anOffice()
  const id = await aPrepared(office, {}, 0)
  expect(await statusOf(groups.action(given(office.staff, id, { name: '企业', invited: 'on' })))).toBe(303)
  const [group] = (await plannedFor(id)).groups
  const slot = { on: '2027-02-20', arrives: '09:00', starts: '09:30', ends: '10:30', [`seats-${group!.id}`]: '１２', wheelchair: '2' }
  expect(await statusOf(newSlot.action(given(office.staff, id, slot)))).toBe(303)
  expect((await plannedFor(id)).quotas).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ groupId: group!.id, kind: 'seat', capacity: 12 }),
      expect.objectContaining({ groupId: null, kind: 'wheelchair', capacity: 2 }),
    ]),
  )
})

test('a group and a question are changed on a page of their own, which keeps what was typed', async () => {
  const office = await anOffice()
  const id = await aPrepared(office)
  await addQuestion(office.staff, id, { label: '几点来？', kind: 'line', options: [], required: true })
  const [asked] = (await plannedFor(id)).questions
  const at = (viewer: Viewer, part: number, fields?: Record<string, string>) => {
    const args = given(viewer, id, fields)
    return { ...args, params: { ...args.params, question: String(part), group: String(part) } }
  }
  expect(await question.loader(at(office.staff, asked!.id))).toMatchObject({ question: asked, refused: undefined })
  const bad = { label: '几点来？', kind: 'choice', options: '九点' }
  const answer = await answerOf(question.action(at(office.staff, asked!.id, bad)))
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({ state: { values: bad, errors: { options: 'open-days:desk.error.options' } } })
  const good = { label: '几点来？', kind: 'choice', options: '九点\n十点' }
  expect((await answerOf(question.action(at(office.staff, asked!.id, good)))).headers.get('Location')).toBe(
    `/desk/open-days/${id}/questions`,
  )
  expect((await plannedFor(id)).questions).toMatchObject([{ id: asked!.id, kind: 'choice', options: ['九点', '十点'], required: false }])
  expect(await statusOf(question.loader(at(office.staff, asked!.id + 1)))).toBe(404)
  expect(await statusOf(question.action(at(office.publisher, asked!.id, good)))).toBe(403)

  await addGroup(office.staff, id, { name: '居民', invited: false })
  const [first] = (await plannedFor(id)).groups
  expect(await statusOf(group.action(at(office.staff, first!.id, { name: ' ' })))).toBe(422)
  expect(await statusOf(group.action(at(office.staff, first!.id, { name: '企业', invited: 'on' })))).toBe(303)
  expect((await plannedFor(id)).groups).toMatchObject([{ id: first!.id, name: '企业', invited: true }])
  expect(await statusOf(group.loader(at((await anOffice()).staff, first!.id)))).toBe(404)
})

test('after it was submitted the page of a question says why it rests, and a late form is a conflict', async () => {
  const office = await anOffice()
  const id = await aPrepared(office)
  await addQuestion(office.staff, id, { label: '几点来？', kind: 'line', options: [], required: true })
  const [asked] = (await plannedFor(id)).questions
  await requestApproval(office.staff, id)
  const at = (fields?: Record<string, string>) => ({
    ...given(office.staff, id, fields),
    params: { id: String(id), question: String(asked!.id) },
  })
  expect(await question.loader(at())).toMatchObject({ refused: { why: 'submitted' } })
  const typed = { label: '来吗？', kind: 'line' }
  const answer = await answerOf(question.action(at(typed)))
  expect(answer.status).toBe(409)
  expect(await answer.json()).toMatchObject({ refused: { why: 'submitted' }, state: { values: typed } })
})

test('who may not publish is refused at the page, a race is a conflict, a stale sign-in gives the password again', async () => {
  const office = await anOffice()
  const [id, other] = [await aSubmitted(office), await aSubmitted(office)]
  expect(await statusOf(publication.action(given(office.staff, id, {})))).toBe(403)
  expect(await statusOf(publication.action(given(office.publisher, id, {})))).toBe(303)
  expect(await statusOf(publication.action(given(office.publisher, id, {})))).toBe(409)
  await setClock('11 minutes')
  const answer = await answerOf(publication.action(given(office.publisher, other, {})))
  expect(answer.headers.get('Location')).toBe(`/sign-in/again?back=${encodeURIComponent('/desk')}`)
})

test('an open month is the administrator’s alone', async () => {
  const fields = { title: '开放月', lang: 'zh-CN', startsOn: '2026-12-01', endsOn: '2026-11-30', reportWithinDays: '10' }
  expect(await statusOf(campaign.action(given((await anOffice()).staff, '', fields)))).toBe(403)
  const administrator = await aViewer('administrator')
  expect(await statusOf(campaign.action(given(administrator, '', fields)))).toBe(422)
  expect(await statusOf(campaign.action(given(administrator, '', { ...fields, endsOn: '2026-12-31' })))).toBe(303)
})
