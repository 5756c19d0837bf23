import type { ReactNode } from 'react'

export const EmptyState = ({ title, action, children }: { title: ReactNode; action?: ReactNode; children?: ReactNode }) => (
  <div className="empty-state">
    <p className="empty-state-title">{title}</p>
    {children}
    {action ? <div className="action-bar">{action}</div> : null}
  </div>
)
