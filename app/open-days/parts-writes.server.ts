import { and, eq, isNull, max } from 'drizzle-orm'
import type { Tx } from '#db/connection.server'
import { openDayQuestions, quotas, slots, visitorGroups } from '#db/schema/open-days'
import type { Viewer } from '~/accounts/rules'
import { allowed, refused } from '~/decision'
import { leave, preparing } from './preparing-writes.server'
import { GROUPS_MOST, QUESTIONS_MOST, SLOTS_MOST, type PlaceKind } from './rules'

type SlotFields = Pick<typeof slots.$inferInsert, 'name' | 'place' | 'gate' | 'arriveAt' | 'startsAt' | 'endsAt'>
export type Planned = { groupId: number | null; kind: PlaceKind; capacity: number }

type Numbered = typeof slots | typeof visitorGroups | typeof openDayQuestions

/** Where the next one stands, and how many there are. */
async function nextIn(tx: Tx, table: Numbered, openDayId: number) {
  const [row] = await tx
    .select({ last: max(table.position) })
    .from(table)
    .where(eq(table.openDayId, openDayId))
  return { position: (row?.last ?? 0) + 1, count: await tx.$count(table, eq(table.openDayId, openDayId)) }
}

export const addSlot = (viewer: Viewer, id: number, slot: SlotFields, places: Planned[]) =>
  preparing(viewer, id, async (tx, day) => {
    if (!(await areGroupsOf(tx, id, places))) return refused('groups-changed')
    const { position, count } = await nextIn(tx, slots, id)
    if (count >= SLOTS_MOST) return refused('too-many')
    const [made] = await tx
      .insert(slots)
      .values({ ...slot, openDayId: id, position })
      .returning({ id: slots.id })
    await setPlaces(tx, id, made!.id, places)
    await leave(tx, viewer, day, 'slot-added')
    return allowed
  })

export const changeSlot = (viewer: Viewer, id: number, slotId: number, slot: SlotFields, places: Planned[]) =>
  preparing(viewer, id, async (tx, day) => {
    if (!(await areGroupsOf(tx, id, places))) return refused('groups-changed')
    const changed = await tx
      .update(slots)
      .set(slot)
      .where(and(eq(slots.id, slotId), eq(slots.openDayId, id)))
      .returning({ id: slots.id })
    if (changed.length === 0) return refused('gone')
    await setPlaces(tx, id, slotId, places)
    await leave(tx, viewer, day, 'slot-changed')
    return allowed
  })

export const removeSlot = (viewer: Viewer, id: number, slotId: number) =>
  preparing(viewer, id, async (tx, day) => {
    const gone = await tx
      .delete(slots)
      .where(and(eq(slots.id, slotId), eq(slots.openDayId, id)))
      .returning({ id: slots.id })
    if (gone.length === 0) return refused('gone')
    await leave(tx, viewer, day, 'slot-removed')
    return allowed
  })

/** Whether the seats are shared out among the groups that the day has now. */
async function areGroupsOf(tx: Tx, id: number, places: Planned[]) {
  const groups = await tx.select({ id: visitorGroups.id }).from(visitorGroups).where(eq(visitorGroups.openDayId, id))
  const wanted = groups.length === 0 ? [null] : groups.map((group) => group.id)
  return places.every(({ kind, groupId }) => (kind === 'seat' ? (wanted as (number | null)[]).includes(groupId) : groupId === null))
}

/** Before publication nobody holds a place: what was planned is written anew. */
async function setPlaces(tx: Tx, openDayId: number, slotId: number, places: Planned[]) {
  await tx.delete(quotas).where(eq(quotas.slotId, slotId))
  const given = places.filter(({ capacity }) => capacity > 0)
  if (given.length > 0) await tx.insert(quotas).values(given.map((each) => ({ ...each, openDayId, slotId })))
}

type GroupFields = Pick<typeof visitorGroups.$inferInsert, 'name' | 'invited'>

/** The first group takes the place of everyone: seats planned before it have to be shared out again. */
export const addGroup = (viewer: Viewer, id: number, group: GroupFields) =>
  preparing(viewer, id, async (tx, day) => {
    const { position, count } = await nextIn(tx, visitorGroups, id)
    if (count >= GROUPS_MOST) return refused('too-many')
    await tx.insert(visitorGroups).values({ ...group, openDayId: id, position })
    await tx.delete(quotas).where(and(eq(quotas.openDayId, id), eq(quotas.kind, 'seat'), isNull(quotas.groupId)))
    await leave(tx, viewer, day, 'visitor-group-added')
    return allowed
  })

export const changeGroup = (viewer: Viewer, id: number, groupId: number, group: GroupFields) =>
  preparing(viewer, id, async (tx, day) => {
    const changed = await tx
      .update(visitorGroups)
      .set(group)
      .where(and(eq(visitorGroups.id, groupId), eq(visitorGroups.openDayId, id)))
      .returning({ id: visitorGroups.id })
    if (changed.length === 0) return refused('gone')
    await leave(tx, viewer, day, 'visitor-group-changed')
    return allowed
  })

export const removeGroup = (viewer: Viewer, id: number, groupId: number) =>
  preparing(viewer, id, async (tx, day) => {
    await tx.delete(quotas).where(and(eq(quotas.openDayId, id), eq(quotas.groupId, groupId)))
    const gone = await tx
      .delete(visitorGroups)
      .where(and(eq(visitorGroups.id, groupId), eq(visitorGroups.openDayId, id)))
      .returning({ id: visitorGroups.id })
    if (gone.length === 0) return refused('gone')
    await leave(tx, viewer, day, 'visitor-group-removed')
    return allowed
  })

type QuestionFields = Pick<typeof openDayQuestions.$inferInsert, 'label' | 'kind' | 'options' | 'required'>

export const addQuestion = (viewer: Viewer, id: number, question: QuestionFields) =>
  preparing(viewer, id, async (tx, day) => {
    const { position, count } = await nextIn(tx, openDayQuestions, id)
    if (count >= QUESTIONS_MOST) return refused('too-many')
    await tx.insert(openDayQuestions).values({ ...question, openDayId: id, position })
    await leave(tx, viewer, day, 'question-added')
    return allowed
  })

export const changeQuestion = (viewer: Viewer, id: number, questionId: number, question: QuestionFields) =>
  preparing(viewer, id, async (tx, day) => {
    const changed = await tx
      .update(openDayQuestions)
      .set(question)
      .where(and(eq(openDayQuestions.id, questionId), eq(openDayQuestions.openDayId, id)))
      .returning({ id: openDayQuestions.id })
    if (changed.length === 0) return refused('gone')
    await leave(tx, viewer, day, 'question-changed')
    return allowed
  })

export const removeQuestion = (viewer: Viewer, id: number, questionId: number) =>
  preparing(viewer, id, async (tx, day) => {
    const gone = await tx
      .delete(openDayQuestions)
      .where(and(eq(openDayQuestions.id, questionId), eq(openDayQuestions.openDayId, id)))
      .returning({ id: openDayQuestions.id })
    if (gone.length === 0) return refused('gone')
    await leave(tx, viewer, day, 'question-removed')
    return allowed
  })
