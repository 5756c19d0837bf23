import type { Line } from './lines'

function cellsOf(row: string): string[] {
  const cells = row
    .trim()
    .replace(/\\\|/g, '\u0000')
    .split('|')
    .map((cell) => cell.replaceAll('\u0000', '|').trim())
  if (row.trim().startsWith('|')) cells.shift()
  if (cells.length > 1 && cells.at(-1) === '') cells.pop()
  return cells
}

const isRule = (row: string) => row.includes('|') && row.includes('-') && cellsOf(row).every((cell) => /^:?-+:?$/.test(cell))

/** True for every line of a pipe table, so that a number at the start of a cell opens no unit. */
export function tableLines(lines: Line[]): boolean[] {
  const inTable = lines.map((line) => line.text.trimStart().startsWith('|'))
  let belowRule = false
  lines.forEach(({ text }, i) => {
    if (!belowRule && lines[i - 1]?.text.includes('|') && isRule(text)) {
      inTable[i - 1] = true
      belowRule = true
    }
    belowRule &&= text.includes('|')
    inTable[i] ||= belowRule
  })
  return inTable
}

/** Rows are made equally long instead of cut, so that no cell is lost. */
export function parseTable(text: string): { header: string[]; rows: string[][] } | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length < 2 || !lines.every((line) => line.includes('|')) || !isRule(lines[1]!)) return null
  const [header, , ...rows] = lines.map(cellsOf)
  const width = Math.max(header!.length, ...rows.map((row) => row.length))
  const widen = (row: string[]) => [...row, ...Array<string>(width - row.length).fill('')]
  return { header: widen(header!), rows: rows.map(widen) }
}
