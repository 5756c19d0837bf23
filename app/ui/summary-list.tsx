import type { ReactNode } from 'react'
import { VisuallyHidden } from './visually-hidden'

export type SummaryItem = { key: ReactNode; value: ReactNode; action?: { href: string; label: ReactNode; about?: ReactNode } }

/** `about` is read after the link's word: 修改 + 联系电话. */
export const SummaryList = ({ items, plain = false }: { items: readonly SummaryItem[]; plain?: boolean }) => (
  <dl className={`summary-list${plain ? ' is-plain' : ''}`}>
    {items.map((item, index) => (
      <div key={index}>
        <dt>{item.key}</dt>
        <dd>{item.value}</dd>
        {item.action ? (
          <dd className="summary-action">
            <a href={item.action.href}>
              {item.action.label}
              {item.action.about ? <VisuallyHidden>{item.action.about}</VisuallyHidden> : null}
            </a>
          </dd>
        ) : null}
      </div>
    ))}
  </dl>
)
