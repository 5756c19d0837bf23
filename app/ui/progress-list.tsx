import type { ReactNode } from 'react'
import { Tag } from './tag'

export type ProgressItem = {
  label: ReactNode
  href?: string
  hint?: ReactNode
  state: 'todo' | 'doing' | 'done' | 'blocked'
  stateLabel: ReactNode
}

const tones = { todo: 'neutral', doing: 'pending', done: 'reported', blocked: 'closed' } as const

/** Parts of a long answer, in any order: 未开始, 进行中, 已完成. */
export const ProgressList = ({ items }: { items: readonly ProgressItem[] }) => (
  <ul className="progress-list" role="list">
    {items.map((item, index) => (
      <li key={index}>
        <span className="progress-name">
          {item.href ? <a href={item.href}>{item.label}</a> : <span>{item.label}</span>}
          {item.hint ? <span className="hint">{item.hint}</span> : null}
        </span>
        <Tag tone={tones[item.state]}>{item.stateLabel}</Tag>
      </li>
    ))}
  </ul>
)
