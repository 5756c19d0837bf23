/** 第三条, or its title where articles are not numbered. */
export const articleName = (article: { label: string | null; title?: string | null; anchor?: string | null }) =>
  article.label || article.title || article.anchor || ''
