/** Under which a typed question survives in the browser, and is cleared where it was received. */
export const keepKey = (code: string) => `question-${code}`
