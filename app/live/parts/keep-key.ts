/** Under which a typed question survives in the browser, and is cleared where it was received; `before`: how many of one's own came before it. */
export const keepKey = (code: string, before: number) => `question-${code}-${before}`
