/** Under which typed text survives in the browser, and is cleared by the receipt. */
export const keepKey = (slug: string, anchor?: string | null) => `comment-${slug}-${anchor ?? ''}`
