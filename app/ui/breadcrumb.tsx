import type { ReactNode } from 'react'

export type Crumb = { label: ReactNode; href?: string; lang?: string }

/** 当前位置：首页 › 互动交流 › … The last item is this page; a phone shows only the way up. */
export const Breadcrumb = ({ label, items }: { label: string; items: readonly Crumb[] }) => (
  <nav className="breadcrumb wide" aria-label={label}>
    <span className="breadcrumb-label" aria-hidden="true">
      {label}
    </span>
    <ol>
      {items.map((item, index) => (
        <li key={index}>
          {item.href ? (
            <a href={item.href} lang={item.lang}>
              {item.label}
            </a>
          ) : (
            <span aria-current={index === items.length - 1 ? 'page' : undefined}>{item.label}</span>
          )}
        </li>
      ))}
    </ol>
  </nav>
)
