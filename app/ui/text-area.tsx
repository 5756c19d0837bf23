import type { ComponentPropsWithoutRef } from 'react'
import { type ControlProps, ControlFrame, tied } from './control'

/** Characters at most, and what is told of them while one types; the browser puts the number for `{count}`. */
export type Counted = { max: number; left: string; over: string }

export type TextAreaProps = ControlProps & { value?: string | null; counted?: Counted } & Omit<
    ComponentPropsWithoutRef<'textarea'>,
    'style' | 'className' | 'defaultValue' | keyof ControlProps | 'value' | 'counted'
  >

export const TextArea = ({
  name,
  id = name,
  label,
  hint,
  error,
  mark,
  pageHeading,
  width = 'full',
  value,
  rows = 6,
  counted,
  ...rest
}: TextAreaProps) => (
  <ControlFrame id={id} label={label} hint={hint} error={error} mark={mark} pageHeading={pageHeading}>
    {/* dir=auto: what people type may run right to left */}
    <textarea
      dir="auto"
      {...rest}
      {...tied(id, hint, error)}
      className={`input is-${width}`}
      id={id}
      name={name}
      rows={rows}
      defaultValue={value ?? undefined}
    />
    {counted ? (
      <p className="hint counted" data-counts={id} data-max={counted.max} data-left={counted.left} data-over={counted.over} hidden />
    ) : null}
  </ControlFrame>
)
