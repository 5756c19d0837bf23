/** A Chinese character takes two places in a terminal. */
const widthOf = (text: string) =>
  [...text].reduce((width, each) => width + (/[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u.test(each) ? 2 : 1), 0)

/** Rows of cells as lines whose columns begin at the same place. */
export function columns(rows: string[][]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]!)))) ?? []
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(widths[column]! - widthOf(cell)))
      .join('   ')
      .trimEnd(),
  )
}
