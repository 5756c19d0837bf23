import type { ReactNode } from 'react'

export const VisuallyHidden = ({ children, id, lang }: { children: ReactNode; id?: string; lang?: string }) => (
  <span className="visually-hidden" id={id} lang={lang}>
    {children}
  </span>
)
