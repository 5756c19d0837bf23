import type { Viewer } from '~/accounts/rules'
import { chooseRegistration, passOver } from './choosing-writes.server'
import type { choices } from './desk-forms'
import type { DeskWhy } from './parts/desk-refusal'

type Choice = Exclude<(typeof choices)[number], 'later'>
type Decided = { id: number; choice: (typeof choices)[number]; why: string }
export type Outcome = { done: Record<Choice, number>; failed: { number: number; why: DeskWhy }[] }

// Who waits is offered what is free at once: those chosen come before them, whatever their number.
const order: readonly string[] = ['chosen', 'not-chosen', 'waiting']

/** One decision after the other, each in a transaction of its own; one that cannot be done does not stop the rest. */
export async function decideAll(viewer: Viewer, rows: { id: number; number: number }[], decided: Decided[]): Promise<Outcome> {
  const outcome: Outcome = { done: { chosen: 0, waiting: 0, 'not-chosen': 0 }, failed: [] }
  for (const { id, choice, why } of decided.toSorted((a, b) => order.indexOf(a.choice) - order.indexOf(b.choice))) {
    if (choice === 'later') continue
    const answer = choice === 'chosen' ? await chooseRegistration(viewer, id) : await passOver(viewer, id, why, choice)
    if (answer.ok) outcome.done[choice]++
    else outcome.failed.push({ number: rows.find((each) => each.id === id)!.number, why: answer.why })
  }
  return outcome
}
