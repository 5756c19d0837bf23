import type { ReactNode } from 'react'

export type QuoteProps = { text: string; id?: string; lang?: string; by?: ReactNode; footer?: ReactNode }

/** What a resident wrote, as they wrote it: line breaks kept, direction found from the text, never able to leave its box. */
export const Quote = ({ text, id, lang, by, footer }: QuoteProps) => (
  <figure className="quote">
    {by ? <figcaption className="quote-by">{by}</figcaption> : null}
    <blockquote className="user-text" dir="auto" id={id} lang={lang}>
      {text}
    </blockquote>
    {footer ? <div className="quote-footer">{footer}</div> : null}
  </figure>
)

/** The same care for a short piece inside a line: a name, a title. */
export const UserText = ({ children, lang }: { children: string; lang?: string }) => (
  <bdi className="user-inline" lang={lang}>
    {children}
  </bdi>
)
