import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { type ControlProps, ControlFrame, tied } from './control'

export type SelectOption = { value: string; label: string; disabled?: boolean; lang?: string }
export type SelectProps = ControlProps & { value?: string | null; options: readonly SelectOption[]; children?: ReactNode } & Omit<
    ComponentPropsWithoutRef<'select'>,
    'style' | 'className' | 'defaultValue' | 'children' | keyof ControlProps | 'value'
  >

/** `children` (optgroups) come after `options`. */
export const Select = ({
  name,
  id = name,
  label,
  hint,
  error,
  mark,
  pageHeading,
  width = 'full',
  value,
  options,
  children,
  ...rest
}: SelectProps) => (
  <ControlFrame id={id} label={label} hint={hint} error={error} mark={mark} pageHeading={pageHeading}>
    <select {...rest} {...tied(id, hint, error)} className={`input is-${width}`} id={id} name={name} defaultValue={value ?? undefined}>
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled} lang={option.lang}>
          {option.label}
        </option>
      ))}
      {children}
    </select>
  </ControlFrame>
)
