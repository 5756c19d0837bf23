import type { ReactNode } from 'react'

/** Buttons and links that end a form or a page; one below the other on a phone. */
export const ActionBar = ({ children }: { children: ReactNode }) => <div className="action-bar">{children}</div>
