import type { ReactNode } from 'react'

/** Says loudly, on screen and on paper, that nothing here is real. */
export const DemoBanner = ({ tag, children }: { tag: ReactNode; children: ReactNode }) => (
  <aside className="demo-banner">
    <p className="wide">
      <strong>{tag}</strong> <span>{children}</span>
    </p>
  </aside>
)
