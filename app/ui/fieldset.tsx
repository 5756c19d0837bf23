import type { ReactNode } from 'react'
import { ErrorMessage, type FieldError, Hint, sentences, tied } from './control'

export type FieldsetProps = {
  id?: string
  legend: ReactNode
  hint?: ReactNode
  error?: FieldError
  mark?: ReactNode
  pageHeading?: boolean
  children: ReactNode
}

/** A question with several controls. With `hint` or `error` it needs an `id`. */
export function Fieldset({ id, legend, hint, error, mark, pageHeading, children }: FieldsetProps) {
  const text = (
    <>
      {legend}
      {mark ? <span className="label-mark">{mark}</span> : null}
    </>
  )
  return (
    <fieldset
      className={`fieldset${sentences(error).length > 0 ? ' has-error' : ''}`}
      id={id ? `${id}-group` : undefined}
      aria-describedby={id ? tied(id, hint, error)['aria-describedby'] : undefined}
    >
      <legend className="legend">{pageHeading ? <h1 className="label-heading">{text}</h1> : text}</legend>
      {id ? <Hint id={id}>{hint}</Hint> : null}
      {id ? <ErrorMessage id={id} error={error} /> : null}
      {children}
    </fieldset>
  )
}
