import type { ReactNode } from 'react'

export type TimelineItem = { title: ReactNode; when?: ReactNode; dateTime?: string; children?: ReactNode }

export const Timeline = ({ items }: { items: readonly TimelineItem[] }) => (
  <ol className="timeline">
    {items.map((item, index) => (
      <li key={index}>
        {item.when ? (
          <time className="timeline-when" dateTime={item.dateTime}>
            {item.when}
          </time>
        ) : null}
        <p className="timeline-title">{item.title}</p>
        {item.children}
      </li>
    ))}
  </ol>
)
