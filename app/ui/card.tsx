import type { ReactNode } from 'react'

export type CardProps = {
  title?: ReactNode
  href?: string
  level?: 2 | 3 | 4
  tag?: ReactNode
  tone?: 'plain' | 'paper' | 'strong'
  children?: ReactNode
}

export const CardGrid = ({ children }: { children: ReactNode }) => <div className="card-grid">{children}</div>

export function Card({ title, href, level = 2, tag, tone = 'plain', children }: CardProps) {
  const Heading = `h${level}` as const
  return (
    <div className={`card is-${tone}`}>
      {title ? <Heading className="card-title">{href ? <a href={href}>{title}</a> : title}</Heading> : null}
      {tag ? <p className="card-tag">{tag}</p> : null}
      {children}
    </div>
  )
}
