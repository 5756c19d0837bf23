import type { ReactNode } from 'react'

export type Meta = { label: ReactNode; value: ReactNode }
export type ListRowProps = {
  href: string
  title: ReactNode
  tag?: ReactNode
  meta?: readonly Meta[]
  level?: 2 | 3
  links?: readonly { href: string; label: ReactNode }[]
  children?: ReactNode
}

/** Rows of consultations, open days, reports; each child is a ListRow. */
export const List = ({ label, children }: { label?: string; children: ReactNode }) => (
  <ul className="list" role="list" aria-label={label}>
    {children}
  </ul>
)

export function ListRow({ href, title, tag, meta = [], level = 3, links = [], children }: ListRowProps) {
  const Heading = `h${level}` as const
  return (
    <li className="list-row">
      <div className="list-row-head">
        <Heading>
          <a href={href}>{title}</a>
        </Heading>
        {tag}
      </div>
      {children ? <div className="list-row-text">{children}</div> : null}
      <MetaList items={meta} />
      {links.length > 0 ? (
        <p className="list-row-links">
          {links.map((link) => (
            <a key={link.href} href={link.href}>
              {link.label}
            </a>
          ))}
        </p>
      ) : null}
    </li>
  )
}

export const MetaList = ({ items }: { items: readonly Meta[] }) =>
  items.length === 0 ? null : (
    <dl className="meta">
      {items.map((item, index) => (
        <div key={index}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
