import type { ReactNode } from 'react'
import { ErrorMessage, type FieldError, sentences, tied } from './control'
import { Fieldset } from './fieldset'

export type Choice = {
  value: string
  label: ReactNode
  hint?: ReactNode
  /** Stands at the end of the row: places left, a Tag. */
  note?: ReactNode
  disabled?: boolean
  /** Shown only while chosen (by CSS; always shown where :has is unknown). */
  reveal?: ReactNode
}

type GroupProps = {
  name: string
  id?: string
  legend: ReactNode
  hint?: ReactNode
  error?: FieldError
  mark?: ReactNode
  pageHeading?: boolean
  required?: boolean
  inline?: boolean
  options: readonly Choice[]
}

export type RadioGroupProps = GroupProps & { value?: string | null }
export type CheckboxGroupProps = Omit<GroupProps, 'required'> & { values?: readonly string[] }

type RowProps = Choice & {
  id: string
  name: string
  type: 'radio' | 'checkbox'
  checked: boolean
  required?: boolean
  describedBy?: string
  invalid?: true
}

const ChoiceRow = ({ id, name, type, value, label, hint, note, disabled, reveal, checked, required, describedBy, invalid }: RowProps) => (
  <div className="choice">
    <div className="choice-row">
      <input
        id={id}
        name={name}
        type={type}
        value={value}
        defaultChecked={checked}
        disabled={disabled}
        required={required}
        aria-invalid={invalid}
        aria-describedby={[describedBy, hint ? `${id}-choice-hint` : ''].filter(Boolean).join(' ') || undefined}
      />
      <label htmlFor={id}>
        <span className="choice-label">{label}</span>
        {note ? <span className="choice-note">{note}</span> : null}
      </label>
    </div>
    {hint ? (
      <div className="hint choice-hint" id={`${id}-choice-hint`}>
        {hint}
      </div>
    ) : null}
    {reveal ? <div className="choice-reveal">{reveal}</div> : null}
  </div>
)

/** The first choice carries the group's own id, so that the error summary's link lands on it. */
const idOf = (id: string, index: number) => (index === 0 ? id : `${id}-${index + 1}`)

export const RadioGroup = ({ name, id = name, value, options, inline, required, ...frame }: RadioGroupProps) => (
  <Fieldset {...frame} id={id}>
    <div className={`choices${inline ? ' is-inline' : ''}`}>
      {options.map((option, index) => (
        <ChoiceRow
          key={option.value}
          {...option}
          id={idOf(id, index)}
          name={name}
          type="radio"
          checked={option.value === value}
          required={required}
          invalid={tied(id, null, frame.error)['aria-invalid']}
        />
      ))}
    </div>
  </Fieldset>
)

export const CheckboxGroup = ({ name, id = name, values = [], options, inline, ...frame }: CheckboxGroupProps) => (
  <Fieldset {...frame} id={id}>
    <div className={`choices${inline ? ' is-inline' : ''}`}>
      {options.map((option, index) => (
        <ChoiceRow
          key={option.value}
          {...option}
          id={idOf(id, index)}
          name={name}
          type="checkbox"
          checked={values.includes(option.value)}
          invalid={tied(id, null, frame.error)['aria-invalid']}
        />
      ))}
    </div>
  </Fieldset>
)

export type CheckboxFieldProps = {
  name: string
  id?: string
  label: ReactNode
  hint?: ReactNode
  error?: FieldError
  value?: string
  checked?: boolean
  required?: boolean
  reveal?: ReactNode
}

/** One box: agree, show my name. */
export function CheckboxField({
  name,
  id = name,
  label,
  hint,
  error,
  value = 'on',
  checked = false,
  required,
  reveal,
}: CheckboxFieldProps) {
  const ties = tied(id, null, error)
  return (
    <div className={`field${sentences(error).length > 0 ? ' has-error' : ''}`}>
      <ErrorMessage id={id} error={error} />
      <div className="choices">
        <ChoiceRow
          id={id}
          name={name}
          type="checkbox"
          value={value}
          label={label}
          hint={hint}
          checked={checked}
          required={required}
          reveal={reveal}
          describedBy={ties['aria-describedby']}
          invalid={ties['aria-invalid']}
        />
      </div>
    </div>
  )
}
