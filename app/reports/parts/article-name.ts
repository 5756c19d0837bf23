/** 第三条, with its title where it has one. */
export const articleName = ({ label, title, anchor }: { label: string | null; title: string | null; anchor: string | null }) =>
  [label, title].filter(Boolean).join('　') || anchor || ''
