import type { ReactNode } from 'react'

export type Bar = { label: ReactNode; value: number; text?: ReactNode; href?: string }
export type BarChartProps = {
  caption: ReactNode
  headers: { label: ReactNode; value: ReactNode }
  bars: readonly Bar[]
  max?: number
  empty?: ReactNode
}

/** The chart is its own table: name, bar, value in one row, so that paper and screen readers get the same numbers. */
export function BarChart({ caption, headers, bars, max, empty }: BarChartProps) {
  const full = Math.max(max ?? 0, 1e-9, ...bars.map((bar) => bar.value))
  return (
    <table className="bar-chart">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{headers.label}</th>
          <th scope="col" className="is-numeric">
            {headers.value}
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar, index) => (
          <tr key={index}>
            <th scope="row">{bar.href ? <a href={bar.href}>{bar.label}</a> : bar.label}</th>
            <td>
              <span className="bar-cell">
                <svg className="bar" width="100%" height="100%" aria-hidden="true" focusable="false">
                  <rect className="bar-track" width="100%" height="100%" />
                  <rect className="bar-fill" width={`${percent(bar.value, full)}%`} height="100%" />
                </svg>
                <span className="bar-value">{bar.text ?? bar.value}</span>
              </span>
            </td>
          </tr>
        ))}
        {bars.length === 0 && empty ? (
          <tr>
            <td colSpan={2}>{empty}</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  )
}

export const percent = (value: number, total: number) => (total > 0 ? Math.round((Math.max(0, value) / total) * 10_000) / 100 : 0)
