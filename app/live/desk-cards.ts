import type { DeskQuestion } from './desk-reads.server'

type Named = { id: number; name: string; nameEn: string }
type Around = { departments: readonly Named[]; articles: readonly { id: number; label: string }[] }

/** A question for a card: with the names of the department and the article it is about. */
export const cardOf = (question: DeskQuestion, { departments, articles }: Around) => ({
  ...question,
  department: departments.find(({ id }) => id === question.departmentId) ?? null,
  article: articles.find(({ id }) => id === question.articleId)?.label ?? null,
})

type OverTheWire<T> = T extends Date ? string : T extends object ? { [K in keyof T]: OverTheWire<T[K]> } : T

export type CardQuestion = OverTheWire<ReturnType<typeof cardOf>>
