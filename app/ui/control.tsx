import type { ReactNode } from 'react'
import { WarningIcon } from './icons'

/** One sentence, several (as conform gives them), or none. */
export type FieldError = string | readonly string[] | null

export type ControlProps = {
  name: string
  /** Defaults to `name`; the error summary links to it. */
  id?: string
  label: ReactNode
  hint?: ReactNode
  error?: FieldError
  required?: boolean
  /** Stands after the label: 选填, 必填. */
  mark?: ReactNode
  /** The label is the page's h1: one question per page. */
  pageHeading?: boolean
  width?: 'short' | 'medium' | 'full'
}

export const sentences = (error?: FieldError): readonly string[] => (error ? (typeof error === 'string' ? [error] : error) : [])

/** The attributes that tie an input to its hint and error. */
export function tied(id: string, hint: ReactNode, error?: FieldError) {
  const wrong = sentences(error).length > 0
  const describedBy = [hint ? `${id}-hint` : '', wrong ? `${id}-error` : ''].filter(Boolean).join(' ')
  return { 'aria-describedby': describedBy || undefined, 'aria-invalid': wrong ? (true as const) : undefined }
}

export const Hint = ({ id, children }: { id: string; children?: ReactNode }) =>
  children ? (
    <div className="hint" id={`${id}-hint`}>
      {children}
    </div>
  ) : null

export function ErrorMessage({ id, error }: { id: string; error?: FieldError }) {
  const list = sentences(error)
  if (list.length === 0) return null
  return (
    <div className="field-error" id={`${id}-error`}>
      {list.map((sentence) => (
        <p key={sentence}>
          <WarningIcon /> {sentence}
        </p>
      ))}
    </div>
  )
}

type FrameProps = Pick<ControlProps, 'label' | 'hint' | 'error' | 'mark' | 'pageHeading'> & { id: string; children: ReactNode }

/** Label, hint, error, then the control: always in this order. */
export function ControlFrame({ id, label, hint, error, mark, pageHeading, children }: FrameProps) {
  const text = (
    <label className="label" htmlFor={id}>
      {label}
      {mark ? <span className="label-mark">{mark}</span> : null}
    </label>
  )
  return (
    <div className={`field${sentences(error).length > 0 ? ' has-error' : ''}`}>
      {pageHeading ? <h1 className="label-heading">{text}</h1> : text}
      <Hint id={id}>{hint}</Hint>
      <ErrorMessage id={id} error={error} />
      {children}
    </div>
  )
}
