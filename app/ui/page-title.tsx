import type { ReactNode } from 'react'

export type PageTitleProps = { caption?: ReactNode; lead?: ReactNode; tag?: ReactNode; children: ReactNode }

export const PageTitle = ({ caption, lead, tag, children }: PageTitleProps) => (
  <div className="page-title">
    {caption ? <p className="page-caption">{caption}</p> : null}
    <h1>{children}</h1>
    {tag ? <p className="page-tag">{tag}</p> : null}
    {lead ? <p className="lead">{lead}</p> : null}
  </div>
)
