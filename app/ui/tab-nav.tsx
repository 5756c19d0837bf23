import type { ReactNode } from 'react'

export type TabItem = { href: string; label: ReactNode; count?: ReactNode; current?: boolean }

/** Views of one thing, each with its own address: links, not script tabs. */
export const TabNav = ({ label, items }: { label: string; items: readonly TabItem[] }) => (
  <nav className="tab-nav" aria-label={label}>
    <ul>
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.label}
            {item.count !== undefined ? <span className="count">{item.count}</span> : null}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
