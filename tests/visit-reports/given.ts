import { registerParty } from '~/registrations/register-writes.server'
import { addQuestion, addSuggestion, decideSuggestion, saveHappened } from '~/visit-reports/content-writes.server'
import { submitReport } from '~/visit-reports/writes.server'
import { anOpenDay, aParty } from '../registrations/given'
import { setClock } from '../support/database'

/** An open day over since yesterday, with a registration or two. */
export async function aHeldDay(values: Parameters<typeof anOpenDay>[0] = {}, parties = 1) {
  const given = await anOpenDay(values)
  const codes: string[] = []
  for (let each = 0; each < parties; each++) {
    const answer = await registerParty(aParty(given.pool, { size: 2 }))
    if (!answer.ok) throw new Error(answer.why)
    codes.push(answer.code)
  }
  await setClock('11 days')
  return { ...given, codes }
}

type Held = Pick<Awaited<ReturnType<typeof aHeldDay>>, 'day' | 'staff' | 'department'>

/** Everything written: a question with its answer, a suggestion still in hand. */
export async function aWritten({ day, staff, department }: Held) {
  await saveHappened(staff, day.id, '来了两户居民，看了沉淀池。')
  await addQuestion(staff, day.id, { question: '水硬吗？', answer: '不硬。', answeredBy: '水质科 李工' })
  const made = await addSuggestion(staff, day.id, '门口加一个车棚')
  if (!made.ok) throw new Error(made.why)
  const inHand = { text: '门口加一个车棚', result: 'in-hand' as const, reason: '', departmentId: department.id, dueOn: '2099-01-01' }
  await decideSuggestion(staff, day.id, made.id, inHand)
  return { suggestion: made.id }
}

export async function aSubmitted(held: Held) {
  const written = await aWritten(held)
  const asked = await submitReport(held.staff, held.day.id)
  if (!asked.ok) throw new Error(JSON.stringify(asked))
  return written
}
