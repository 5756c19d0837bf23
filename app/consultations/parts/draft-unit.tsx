import { Details } from '~/ui/details'
import { Table } from '~/ui/table'
import { Fragment, type ReactNode } from 'react'
import type { Article } from '../reads.server'
import { piecesOf, type Piece } from './paragraphs'

type Props = { article: Article; level: 3 | 4; contentsLabel: string; tableLabel: string; actions?: ReactNode }

/** One unit of a draft as a reader sees it: heading, 款 by 款, tables as tables. */
export function DraftUnit({ article, level, contentsLabel, tableLabel, actions }: Props) {
  const { kind, anchor, label, title } = article
  const pieces = piecesOf(article)
  if (isTitle(article)) return <Title anchor={anchor} lines={pieces.map(String)} />
  const body = paragraphs(pieces, title || label || tableLabel)
  if (kind === 'contents')
    return (
      <Details id={anchor} summary={contentsLabel}>
        {body}
      </Details>
    )
  const Heading = isStructure(kind) ? 'h3' : (`h${level}` as const)
  return (
    <article className={isStructure(kind) && !actions ? 'draft-heading' : 'draft-article'} id={anchor}>
      {label || title ? (
        <Heading className={title ? undefined : 'draft-number'}>
          {label && title ? (
            <>
              <span className="draft-number">{label}</span> {title}
            </>
          ) : (
            label || title
          )}
        </Heading>
      ) : null}
      {body}
      {actions ? <div className="draft-actions">{actions}</div> : null}
    </article>
  )
}

export const isStructure = (kind: string) => kind === 'part' || kind === 'chapter' || kind === 'section' || kind === 'heading'

/** What stands before the first article is often only the title of the whole. */
const isTitle = ({ kind, body }: Article) => kind === 'preamble' && body.length < 120 && !/[。；]/.test(body)

const isTitleLine = (line: string, i: number) => i === 0 || /^[（(]/.test(line)

const Title = ({ anchor, lines }: { anchor: string; lines: string[] }) => (
  <div className="draft-heading" id={anchor}>
    <h3>
      {lines.filter(isTitleLine).map((line, i) => (
        <Fragment key={i}>
          {i > 0 ? <br /> : null}
          {line.replace(/^#+\s*/, '')}
        </Fragment>
      ))}
    </h3>
    {lines.map((line, i) =>
      isTitleLine(line, i) ? null : (
        <p key={i} className="hint">
          {line}
        </p>
      ),
    )}
  </div>
)

const paragraphs = (pieces: Piece[], tableLabel: string) =>
  pieces.map((piece, i) =>
    typeof piece === 'string' ? (
      <p key={i} className="user-text">
        {piece}
      </p>
    ) : (
      <DraftTable key={i} {...piece} label={tableLabel} />
    ),
  )

function DraftTable({ header, rows, label }: { header: string[]; rows: string[][]; label: string }) {
  // Headings may be empty or equal; a column is its place.
  const columns = header.map((text, i) => ({ header: text || String(i + 1), cell: (row: string[]) => row[i] }))
  return <Table caption={label} captionHidden columns={unique(columns)} rows={rows} rowKey={(_, i) => i} />
}

function unique<T extends { header: string }>(columns: T[]): T[] {
  const seen = new Map<string, number>()
  return columns.map((column) => {
    const times = (seen.get(column.header) ?? 0) + 1
    seen.set(column.header, times)
    return times > 1 ? { ...column, header: `${column.header} (${times})` } : column
  })
}
