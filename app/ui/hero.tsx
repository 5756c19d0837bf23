import type { ReactNode } from 'react'

export type HeroProps = { title: ReactNode; lead?: ReactNode; actions?: ReactNode; children?: ReactNode }

/** The front page's opening; the one h1 of that page. Stands above <Main>'s width, inside it in the source. */
export const Hero = ({ title, lead, actions, children }: HeroProps) => (
  <div className="hero">
    <h1>{title}</h1>
    {lead ? <p className="lead">{lead}</p> : null}
    {actions ? <div className="action-bar">{actions}</div> : null}
    {children}
  </div>
)
