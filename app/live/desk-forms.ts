import { z } from 'zod'
import { optional } from '../consultations/forms'
import { draftLanguages } from '../consultations/rules'
import { fromLocalField } from '../web/dates'
import { LARGEST_ID } from '../web/ids'
import { line, prose } from '../web/text'
import { deeds, outsideDeeds, type OutsideDeed } from './deeds'
import { filters } from './desk-acts'
import { questionBody } from './forms'
import { queueOrders } from './queue-order'
import { ANSWER_MAX, ANSWERER_MAX, declineReasons, namings, NAME_MAX, OFFICE_MAX, SUMMARY_MAX, TITLE_MAX, WHY_MAX } from './rules'

const choose = 'consultations:error.choose'
const ticked = z
  .string()
  .optional()
  .transform((typed) => typed !== undefined)
const whole = (least: number, most: number, error: string) =>
  z.string({ error }).transform((typed, context) => {
    const value = Number(typed.normalize('NFKC').trim())
    if (Number.isInteger(value) && value >= least && value <= most) return value
    context.addIssue({ code: 'custom', message: error })
    return z.NEVER
  })
const when = (zone: string) =>
  z.string({ error: 'consultations:error.instant' }).transform((typed, context) => {
    const at = fromLocalField(typed, zone)
    if (at) return at
    context.addIssue({ code: 'custom', message: 'consultations:error.instant' })
    return z.NEVER
  })
/** One of these, or nothing. */
const oneOf = (ids: readonly number[]) =>
  z
    .string()
    .optional()
    .transform((typed, context) => {
      if (!typed) return null
      const found = ids.find((id) => String(id) === typed)
      if (found === undefined) context.addIssue({ code: 'custom', message: choose })
      return found ?? null
    })
const chosenOf = (ids: readonly number[]) =>
  oneOf(ids).transform((id, context) => {
    if (id !== null) return id
    context.addIssue({ code: 'custom', message: choose })
    return z.NEVER
  })

export const sessionForm = (zone: string, links: { consultations: readonly number[]; openDays: readonly number[] }) =>
  z
    .object({
      title: line(TITLE_MAX, { required: 'live:desk.error.title', long: 'live:desk.error.title-long' }),
      lang: z.enum(Object.keys(draftLanguages) as [keyof typeof draftLanguages], { error: choose }),
      summary: optional(prose(SUMMARY_MAX)),
      houseRules: optional(prose(SUMMARY_MAX)),
      openDayId: oneOf(links.openDays),
      consultationId: oneOf(links.consultations),
      startsAt: when(zone),
      endsAt: when(zone),
      naming: z.enum(namings, { error: choose }),
      premoderated: ticked,
      questionsMost: whole(1, 100, 'live:desk.error.questions-most'),
      answerWithinDays: whole(1, 60, 'live:desk.error.answer-days'),
    })
    .refine(({ startsAt, endsAt }) => startsAt < endsAt, { path: ['endsAt'], message: 'live:desk.error.order' })

/** Whose session it is, chosen by who works for the whole county. */
export const hostForm = (departments: readonly number[]) => z.object({ departmentId: chosenOf(departments) })

export const answererForm = (departments: readonly number[]) =>
  z.object({
    name: line(ANSWERER_MAX, { required: 'live:desk.error.answerer' }),
    office: line(OFFICE_MAX, { required: 'live:desk.error.office' }),
    departmentId: chosenOf(departments),
  })

/** A step asks for nothing, but an early opening whether it is meant. */
export const stepForm = z.object({ sure: ticked })
export const slowForm = (choices: readonly number[]) => z.object({ slowSeconds: chosenOf(choices) })

const number = z.coerce.number().int().min(0).max(LARGEST_ID)
const seen = { version: number }
const why = prose(WHY_MAX, { required: 'live:desk.error.why' })
export const quickForm = z.object(seen)
export const declineForm = z.object({
  ...seen,
  reason: z.enum(declineReasons, { error: 'live:desk.error.reason' }),
  note: optional(prose(WHY_MAX)),
})
export const mergeForm = (others: readonly number[]) => z.object({ ...seen, into: chosenOf(others) })
/** `owed`: somebody owes it an answer in writing, and it is always said who. */
export const tagForm = (departments: readonly number[], articles: readonly number[], owed: boolean) =>
  z.object({ ...seen, departmentId: owed ? chosenOf(departments) : oneOf(departments), articleId: oneOf(articles) })
export const scopeForm = z.object({ ...seen, why })
export const owedForm = (departments: readonly number[]) => z.object({ ...seen, departmentId: chosenOf(departments) })

const answer = prose(ANSWER_MAX, { required: 'live:desk.error.answer', long: 'live:desk.error.answer-long' })

export const liveAnswerForm = (answerers: readonly number[]) => z.object({ ...seen, body: answer, answererId: chosenOf(answerers) })

/** Who answers in writing may be none of those who sat in the hall: then name and office are told. */
export const writtenAnswerForm = (answerers: readonly number[]) =>
  z
    .object({
      ...seen,
      body: answer,
      answererId: oneOf(answerers),
      name: optional(line(ANSWERER_MAX)),
      office: optional(line(OFFICE_MAX)),
    })
    .superRefine(({ answererId, name, office }, context) => {
      const typed = name !== '' || office !== ''
      if (answererId !== null && typed)
        context.addIssue({ code: 'custom', path: ['answererId'], message: 'live:desk.error.answerer-twice' })
      if (answererId !== null) return
      if (name === '') context.addIssue({ code: 'custom', path: ['name'], message: 'live:desk.error.answerer' })
      if (office === '') context.addIssue({ code: 'custom', path: ['office'], message: 'live:desk.error.office' })
    })
export const correctionForm = z.object({ body: answer, why })
export const muteForm = z.object({ minutes: whole(1, 1440, 'live:desk.error.minutes'), why })
export const banForm = z.object({ why })
export const entryForm = z.object({
  key: z.string({ error: 'comments:error.key' }).regex(/^[\w-]{22}$/, 'comments:error.key'),
  channel: z.enum(['hall', 'paper'], { error: choose }),
  body: questionBody({ required: 'live:desk.error.question', long: 'live:desk.error.question-long' }),
  name: optional(line(NAME_MAX)),
})

export const queueQuery = z.object({
  show: z.enum(filters).catch('waiting'),
  order: z.enum(queueOrders).catch('new'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  done: z.enum(deeds).optional().catch(undefined),
  number: number.optional().catch(undefined),
})
export const backQuery = queueQuery.pick({ show: true, order: true, page: true })
export const doneQuery = queueQuery.pick({ done: true })
export const outsideQuery = z.object({
  done: z
    .enum(Object.keys(outsideDeeds) as [OutsideDeed])
    .optional()
    .catch(undefined),
  session: number.optional().catch(undefined),
  number: number.optional().catch(undefined),
})
