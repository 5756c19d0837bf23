import type { ReactNode } from 'react'

/** The page's <main>: the skip link's target. `aside` stands beside the text on wide screens, after it on narrow ones. */
export const Main = ({
  id = 'main',
  aside,
  asideLabel,
  wide = false,
  children,
}: {
  id?: string
  aside?: ReactNode
  asideLabel?: string
  wide?: boolean
  children: ReactNode
}) => (
  <main id={id} tabIndex={-1} className={`main wide${aside ? ' has-aside' : ''}${wide ? ' is-wide' : ''}`}>
    {aside ? (
      <>
        <div className="main-text">{children}</div>
        <aside className="main-aside" aria-label={asideLabel}>
          {aside}
        </aside>
      </>
    ) : (
      children
    )}
  </main>
)
