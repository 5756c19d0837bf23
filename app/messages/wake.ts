let wakeUp = () => {}

/** Set when jobs start; until then, and in processes without jobs, messages wait in the outbox. */
export function wakeWith(listener: () => void) {
  wakeUp = listener
}

/** Says that something may be due soon. Only a hint: what is to be done are the committed rows. */
export const wake = () => wakeUp()
