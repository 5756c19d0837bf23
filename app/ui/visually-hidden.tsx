import type { ReactNode } from 'react'

export const VisuallyHidden = ({ children, id }: { children: ReactNode; id?: string }) => (
  <span className="visually-hidden" id={id}>
    {children}
  </span>
)
