import type { ReactNode } from 'react'
import { Notification } from './notification'

/** Why something was refused, and what is missing one by one. */
export const RefusalNote = ({
  why,
  missing = [],
  announce = true,
}: {
  why: ReactNode
  missing?: readonly string[]
  announce?: boolean
}) => (
  <Notification tone="warning" title={why} announce={announce}>
    {missing.length > 0 ? <MissingList items={missing} /> : null}
  </Notification>
)

export const MissingList = ({ items }: { items: readonly string[] }) => (
  <div className="prose">
    <ul>
      {items.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  </div>
)
