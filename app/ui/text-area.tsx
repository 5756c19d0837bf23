import type { ComponentPropsWithoutRef } from 'react'
import { type ControlProps, ControlFrame, tied } from './control'

export type TextAreaProps = ControlProps & { value?: string | null } & Omit<
    ComponentPropsWithoutRef<'textarea'>,
    'style' | 'className' | 'defaultValue' | keyof ControlProps | 'value'
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
  </ControlFrame>
)
