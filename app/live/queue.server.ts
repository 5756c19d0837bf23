import type { z } from 'zod'
import { departmentList } from '~/accounts/reads.server'
import { lastLineOn } from '~/record/reads.server'
import { isSo, replacedIn } from './deeds'
import { actsFor, filters, isIn, type Act, type Filter } from './desk-acts'
import { cardOf } from './desk-cards'
import type { queueQuery } from './desk-forms'
import { articlesFor, questionsAtDesk, type DeskSession } from './desk-reads.server'
import { byOrder, isOrdered, placed } from './queue-order'

const PAGE = 50
/** The others are on the question's own page. */
const quickest: readonly Act[] = ['publication', 'stage', 'stage-removal', 'live-mark', 'merging', 'unmerging', 'decline']
const quickestIn = ({ unrecorded }: { unrecorded: boolean }) => (unrecorded ? [...quickest, 'live-answer'] : quickest)

/** One page of the questions that stand where the query asks, with what can be done with each, and how many stand where. */
export async function queueOf(session: DeskSession, hosts: boolean, query: z.infer<typeof queueQuery>) {
  const { show, page, done, number } = query
  const [questions, departments, articles] = await Promise.all([
    questionsAtDesk(session.id),
    departmentList({ closed: true }),
    articlesFor(session.consultationId),
  ])
  const acted = questions.find((each) => each.number === number && isSo(done, each))
  const replaced = acted && done === 'stage' ? replacedIn(await lastLineOn('question', `${session.id}/${acted.number}`)) : undefined
  const order = isOrdered(show) ? query.order : 'new'
  const found = questions.filter(isIn[show]).toSorted(byOrder[order])
  const { rows, ...place } = placed(found, { page, size: PAGE, acted, order: byOrder[order] })
  const counts = Object.fromEntries(filters.map((each) => [each, questions.filter(isIn[each]).length])) as Record<Filter, number>
  const shown = rows.map((question) => ({
    ...cardOf(question, { departments, articles }),
    sameAsker: questions
      .filter(({ asker, id }) => asker && asker.id === question.asker?.id && id !== question.id)
      .map((each) => each.number),
    acts: hosts
      ? actsFor(session.stage, question, session.consultationId !== null).filter((act) => quickestIn(question).includes(act))
      : [],
  }))
  return { rows: shown, ...place, replaced, order, counts }
}
