import type { ReactNode } from 'react'

export type SectionProps = {
  id?: string
  title: ReactNode
  level?: 2 | 3
  lead?: ReactNode
  more?: { href: string; label: ReactNode }
  children: ReactNode
}

export function Section({ id, title, level = 2, lead, more, children }: SectionProps) {
  const Heading = `h${level}` as const
  return (
    <section className="section" id={id}>
      <div className="section-head">
        <Heading>{title}</Heading>
        {more ? (
          <a className="section-more" href={more.href}>
            {more.label}
          </a>
        ) : null}
      </div>
      {lead ? <p className="hint">{lead}</p> : null}
      {children}
    </section>
  )
}
