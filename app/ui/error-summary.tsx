import type { ReactNode } from 'react'

export type SummaryError = { id?: string; message: ReactNode }

/** Top of a refused form. Focus comes here by `autofocus`; enhance.js does it where the attribute is ignored. */
export function ErrorSummary({ title, errors, children }: { title: ReactNode; errors: readonly SummaryError[]; children?: ReactNode }) {
  if (errors.length === 0) return null
  return (
    // eslint-disable-next-line jsx-a11y/no-autofocus -- the page was just refused: its reasons are where reading must start
    <div className="error-summary" id="error-summary" role="alert" tabIndex={-1} aria-labelledby="error-summary-title" autoFocus>
      <h2 id="error-summary-title">{title}</h2>
      {children}
      <ul>
        {errors.map((error, index) => (
          <li key={index}>{error.id ? <a href={`#${error.id}`}>{error.message}</a> : error.message}</li>
        ))}
      </ul>
    </div>
  )
}
