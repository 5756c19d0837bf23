import { and, eq, max } from 'drizzle-orm'
import { suggestionOutcomes, visitQuestions, visitReports, visitSuggestions } from '#db/schema/visit-reports'
import type { Viewer } from '~/accounts/rules'
import { allowed, refused } from '~/decision'
import { officesToAsk } from './desk-reads.server'
import { mayRemoveSuggestion, QUESTIONS_MOST, SUGGESTIONS_MOST, type Outcome } from './rules'
import { inWorkOf, leave, working } from './working-writes.server'

export const saveHappened = (viewer: Viewer, openDayId: number, happened: string) =>
  working(viewer, openDayId, async ({ tx, day, revision }) => {
    await tx.update(visitReports).set({ happened }).where(inWorkOf(openDayId))
    await leave(tx, viewer, day, 'visit-report-drafted', { facts: { revision } })
    return allowed
  })

type Question = Pick<typeof visitQuestions.$inferInsert, 'question' | 'answer' | 'answeredBy'>

export const addQuestion = (viewer: Viewer, openDayId: number, question: Question) =>
  working(viewer, openDayId, async ({ tx, day }) => {
    const here = eq(visitQuestions.openDayId, openDayId)
    if ((await tx.$count(visitQuestions, here)) >= QUESTIONS_MOST) return refused('too-many')
    const [row] = await tx
      .select({ last: max(visitQuestions.position) })
      .from(visitQuestions)
      .where(here)
    await tx.insert(visitQuestions).values({ ...question, openDayId, position: (row?.last ?? 0) + 1 })
    await leave(tx, viewer, day, 'visit-question-changed')
    return allowed
  })

export const changeQuestion = (viewer: Viewer, openDayId: number, id: number, question: Question) =>
  working(viewer, openDayId, async ({ tx, day }) => {
    const changed = await tx
      .update(visitQuestions)
      .set(question)
      .where(and(eq(visitQuestions.id, id), eq(visitQuestions.openDayId, openDayId)))
      .returning({ id: visitQuestions.id })
    if (changed.length === 0) return refused('gone')
    await leave(tx, viewer, day, 'visit-question-changed')
    return allowed
  })

export const removeQuestion = (viewer: Viewer, openDayId: number, id: number) =>
  working(viewer, openDayId, async ({ tx, day }) => {
    const gone = await tx
      .delete(visitQuestions)
      .where(and(eq(visitQuestions.id, id), eq(visitQuestions.openDayId, openDayId)))
      .returning({ id: visitQuestions.id })
    if (gone.length === 0) return refused('gone')
    await leave(tx, viewer, day, 'visit-question-removed')
    return allowed
  })

export const addSuggestion = (viewer: Viewer, openDayId: number, text: string) =>
  working(viewer, openDayId, async ({ tx, day }) => {
    const here = eq(visitSuggestions.openDayId, openDayId)
    if ((await tx.$count(visitSuggestions, here)) >= SUGGESTIONS_MOST) return refused('too-many')
    const [row] = await tx
      .select({ last: max(visitSuggestions.number) })
      .from(visitSuggestions)
      .where(here)
    const [made] = await tx
      .insert(visitSuggestions)
      .values({ openDayId, number: (row?.last ?? 0) + 1, text })
      .returning({ id: visitSuggestions.id, number: visitSuggestions.number })
    await leave(tx, viewer, day, 'visit-suggestion-changed', { facts: { suggestion: made!.number } })
    return { ...allowed, id: made!.id }
  })

/**
 * What was proposed, and what comes of it as this revision says it. What earlier revisions said is not touched:
 * the rows of a published one cannot be changed.
 */
export const decideSuggestion = (viewer: Viewer, openDayId: number, id: number, { text, ...outcome }: { text: string } & Outcome) =>
  working(viewer, openDayId, async ({ tx, day, revision }) => {
    if (!(await officesToAsk()).some((office) => office.id === outcome.departmentId)) return refused('no-such-office')
    const [changed] = await tx
      .update(visitSuggestions)
      .set({ text })
      .where(and(eq(visitSuggestions.id, id), eq(visitSuggestions.openDayId, openDayId)))
      .returning({ number: visitSuggestions.number })
    if (!changed) return refused('gone')
    const said = { ...outcome, decidedBy: viewer.id, decidedAt: day.now }
    await tx
      .insert(suggestionOutcomes)
      .values({ ...said, openDayId, suggestionId: id, revision })
      .onConflictDoUpdate({ target: [suggestionOutcomes.suggestionId, suggestionOutcomes.revision], set: said })
    await leave(tx, viewer, day, 'visit-suggestion-changed', { facts: { suggestion: changed.number, result: outcome.result } })
    return allowed
  })

export const removeSuggestion = (viewer: Viewer, openDayId: number, id: number) =>
  working(viewer, openDayId, async ({ tx, day, revision }) => {
    const outcomes = await tx
      .select({ revision: suggestionOutcomes.revision })
      .from(suggestionOutcomes)
      .where(eq(suggestionOutcomes.suggestionId, id))
    const may = mayRemoveSuggestion(outcomes.some((said) => said.revision < revision))
    if (!may.ok) return may
    const [gone] = await tx
      .delete(visitSuggestions)
      .where(and(eq(visitSuggestions.id, id), eq(visitSuggestions.openDayId, openDayId)))
      .returning({ number: visitSuggestions.number })
    if (!gone) return refused('gone')
    await leave(tx, viewer, day, 'visit-suggestion-removed', { facts: { suggestion: gone.number } })
    return allowed
  })
