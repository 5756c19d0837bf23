import type { ReactNode } from 'react'
import { ArrowLeftIcon, ArrowRightIcon } from './icons'

type PageLink = { href: string; label: ReactNode }
export type PaginationProps = {
  label: string
  previous?: PageLink | null
  next?: PageLink | null
  pages?: readonly (PageLink & { current?: boolean })[]
  children?: ReactNode
}

/** `children` is the line in the middle (第 2 页，共 7 页) where pages are not numbered. */
export function Pagination({ label, previous, next, pages = [], children }: PaginationProps) {
  if (!previous && !next && pages.length === 0) return null
  return (
    <nav className="pagination" aria-label={label}>
      {previous ? (
        <a className="pagination-step" rel="prev" href={previous.href}>
          <ArrowLeftIcon /> {previous.label}
        </a>
      ) : null}
      {pages.length > 0 ? (
        <ul>
          {pages.map((page) => (
            <li key={page.href}>
              <a href={page.href} aria-current={page.current ? 'page' : undefined}>
                {page.label}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {children ? <span className="pagination-where">{children}</span> : null}
      {next ? (
        <a className="pagination-step" rel="next" href={next.href}>
          {next.label} <ArrowRightIcon />
        </a>
      ) : null}
    </nav>
  )
}
