/** Above a page of one session. */
export const trailOf = ({ code, title, lang }: { code: string; title: string; lang: string }, all: string) => [
  { label: all, href: '/live' },
  { label: title, href: `/live/${code}`, lang },
]
