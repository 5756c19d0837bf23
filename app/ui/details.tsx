import type { ReactNode } from 'react'

export const Details = ({ id, summary, open, children }: { id?: string; summary: ReactNode; open?: boolean; children: ReactNode }) => (
  <details className="details" id={id} open={open}>
    <summary>{summary}</summary>
    <div className="details-body">{children}</div>
  </details>
)
