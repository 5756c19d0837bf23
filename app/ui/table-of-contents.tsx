import type { ReactNode } from 'react'

export type ContentsItem = { href: string; label: string; lang?: string; level?: 1 | 2; note?: ReactNode }

/** The outline of a draft. `note` stands after the link: the number of comments on that article. */
export const TableOfContents = ({ label, items }: { label: ReactNode; items: readonly ContentsItem[] }) => (
  <nav className="contents" aria-labelledby="contents-title">
    <h2 className="contents-title" id="contents-title">
      {label}
    </h2>
    <ol>
      {items.map((item) => (
        <li key={item.href} className={item.level === 2 ? 'is-second' : undefined}>
          <a href={item.href} lang={item.lang} dir="auto">
            {item.label}
          </a>
          {item.note !== undefined && item.note !== null ? <span className="count">{item.note}</span> : null}
        </li>
      ))}
    </ol>
  </nav>
)
