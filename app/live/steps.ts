import type { Stage } from './rules'

/** The four steps of a session, by the noun of each one's address. */
export const stepNouns = { announcement: 'announced', opening: 'open', ending: 'ended', closing: 'closed' } as const satisfies Record<
  string,
  Stage
>
export type StepNoun = keyof typeof stepNouns

export const isStepNoun = (given: string | undefined): given is StepNoun => given !== undefined && Object.hasOwn(stepNouns, given)

const following: Record<Stage, StepNoun | null> = {
  prepared: 'announcement',
  announced: 'opening',
  open: 'ending',
  ended: 'closing',
  closed: null,
}

/** What comes next. */
export const nextStep = (stage: Stage) => following[stage]
