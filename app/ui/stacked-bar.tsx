import type { ReactNode } from 'react'
import { percent } from './bar-chart'

export type Part = {
  label: ReactNode
  value: number
  tone: 'adopted' | 'partly' | 'already' | 'later' | 'noted' | 'out' | 'not'
  share?: ReactNode
  href?: string
}
export type StackedBarProps = {
  caption: ReactNode
  headers: { label: ReactNode; value: ReactNode; share?: ReactNode }
  parts: readonly Part[]
  total?: { label: ReactNode; value: ReactNode }
}

/** Parts of a whole. A letter joins each piece to its row in the table: a number would read as a count, and colour is only the second sign. */
export function StackedBar({ caption, headers, parts, total }: StackedBarProps) {
  const whole = parts.reduce((sum, part) => sum + Math.max(0, part.value), 0)
  return (
    <div className="stacked-bar">
      <table>
        <caption>
          {caption}
          {whole > 0 ? <Pieces parts={parts} whole={whole} /> : null}
        </caption>
        <thead>
          <tr>
            <th scope="col">{headers.label}</th>
            <th scope="col" className="is-numeric">
              {headers.value}
            </th>
            {headers.share ? (
              <th scope="col" className="is-numeric">
                {headers.share}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {parts.map((part, index) => (
            <tr key={part.tone}>
              <th scope="row">
                <svg className="swatch" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                  <rect className={`part is-${part.tone}`} width="24" height="24" rx="3" />
                  <text className={`part-mark is-${part.tone}`} x="12" y="12.5" textAnchor="middle" dominantBaseline="central">
                    {letter(index)}
                  </text>
                </svg>
                {part.href ? <a href={part.href}>{part.label}</a> : <span>{part.label}</span>}
              </th>
              <td className="is-numeric">{part.value}</td>
              {headers.share ? <td className="is-numeric">{part.share ?? `${percent(part.value, whole).toFixed(1)}%`}</td> : null}
            </tr>
          ))}
        </tbody>
        {total ? (
          <tfoot>
            <tr>
              <th scope="row">{total.label}</th>
              <td className="is-numeric">{total.value}</td>
              {headers.share ? <td /> : null}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  )
}

const letter = (index: number) => String.fromCharCode(65 + index)

function Pieces({ parts, whole }: { parts: readonly Part[]; whole: number }) {
  const widths = parts.map((part) => percent(part.value, whole))
  const lefts = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width, 0))
  return (
    <svg className="stack-bar" width="100%" height="100%" aria-hidden="true" focusable="false">
      {parts.map((part, index) => (
        <Piece key={part.tone} mark={letter(index)} tone={part.tone} left={lefts[index] ?? 0} width={widths[index] ?? 0} />
      ))}
    </svg>
  )
}

function Piece({ mark, tone, left, width }: { mark: string; tone: Part['tone']; left: number; width: number }) {
  if (width === 0) return null
  return (
    <g>
      <rect className={`part is-${tone}`} x={`${left.toFixed(2)}%`} width={`${width}%`} height="100%" />
      {width >= 8 ? (
        <text
          className={`part-mark is-${tone}`}
          x={`${(left + width / 2).toFixed(2)}%`}
          y="52%"
          textAnchor="middle"
          dominantBaseline="central"
        >
          {mark}
        </text>
      ) : null}
    </g>
  )
}
