import type { ReactNode } from 'react'

export type DraftArticleProps = {
  id: string
  number?: ReactNode
  title?: ReactNode
  level?: 2 | 3 | 4
  lang?: string
  text: string
  actions?: ReactNode
}

/** One article of a draft, with its own address and, under it, what a reader can do there. */
export function DraftArticle({ id, number, title, level = 3, lang, text, actions }: DraftArticleProps) {
  const Heading = `h${level}` as const
  return (
    <article className="draft-article" id={id} lang={lang}>
      {number || title ? (
        <Heading>
          {number ? <span className="draft-number">{number}</span> : null}
          {number && title ? ' ' : null}
          {title}
        </Heading>
      ) : null}
      <p className="user-text">{text}</p>
      {actions ? <div className="draft-actions">{actions}</div> : null}
    </article>
  )
}
