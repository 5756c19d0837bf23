import type { ReactNode } from 'react'

export const Inset = ({ children }: { children: ReactNode }) => <div className="inset">{children}</div>
