import type { ReactNode } from 'react'

export type Column<Row> = { header: string; cell: (row: Row) => ReactNode; numeric?: boolean; rowHeader?: boolean; hideHeader?: boolean }
export type TableProps<Row> = {
  caption: ReactNode
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row, index: number) => string | number
  /** One line instead of rows. */
  empty?: ReactNode
}

/**
 * On a narrow screen each row becomes a card, its labels taken from data-label.
 * `display` other than table drops the table from the accessibility tree, so every role is said again.
 */
export function Table<Row>({ caption, captionHidden, columns, rows, rowKey, empty }: TableProps<Row>) {
  return (
    <div className="table-box">
      <table className="table" role="table">
        <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.header} role="columnheader" scope="col" className={column.numeric ? 'is-numeric' : undefined}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)} role="row">
              {columns.map((column) => (
                <Cell key={column.header} column={column} row={row} />
              ))}
            </tr>
          ))}
          {rows.length === 0 && empty ? (
            <tr role="row">
              <td role="cell" colSpan={columns.length}>
                {empty}
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = column.numeric ? 'is-numeric' : undefined
  const label = column.hideHeader ? undefined : column.header
  return column.rowHeader ? (
    <th role="rowheader" scope="row" className={className}>
      {column.cell(row)}
    </th>
  ) : (
    <td role="cell" data-label={label} className={className}>
      <div>{column.cell(row)}</div>
    </td>
  )
}
