import type { ReactNode } from 'react'

export type KeyFigure = { label: ReactNode; value: ReactNode; unit?: ReactNode; note?: ReactNode }

export const KeyFigures = ({ items }: { items: readonly KeyFigure[] }) => (
  <dl className="key-figures">
    {items.map((item, index) => (
      <div key={index}>
        <dt>{item.label}</dt>
        <dd>
          <span className="key-figure">{item.value}</span>
          {item.unit ? <span className="key-figure-unit"> {item.unit}</span> : null}
          {item.note ? <span className="hint">{item.note}</span> : null}
        </dd>
      </div>
    ))}
  </dl>
)
