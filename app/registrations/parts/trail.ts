export type Named = { slug: string; title: string; lang: string }

export const trailOf = (day: Named, all: string) => [
  { label: all, href: '/open-days' },
  { label: day.title, href: `/open-days/${day.slug}`, lang: day.lang },
]
