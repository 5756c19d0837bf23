import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { type ControlProps, ControlFrame, tied } from './control'

export type FieldProps = ControlProps & { value?: string | number | null; prefix?: ReactNode; suffix?: ReactNode } & Omit<
    ComponentPropsWithoutRef<'input'>,
    'style' | 'className' | 'defaultValue' | 'size' | 'width' | 'prefix' | keyof ControlProps | 'value'
  >

export function Field({
  name,
  id = name,
  label,
  hint,
  error,
  mark,
  pageHeading,
  width = 'full',
  value,
  prefix,
  suffix,
  type = 'text',
  ...rest
}: FieldProps) {
  const input = (
    <input
      {...rest}
      {...tied(id, hint, error)}
      className={`input is-${width}`}
      id={id}
      name={name}
      type={type}
      defaultValue={value ?? undefined}
    />
  )
  return (
    <ControlFrame id={id} label={label} hint={hint} error={error} mark={mark} pageHeading={pageHeading}>
      {prefix || suffix ? (
        <span className="input-affixed">
          {prefix ? (
            <span className="affix" aria-hidden="true">
              {prefix}
            </span>
          ) : null}
          {input}
          {suffix ? (
            <span className="affix" aria-hidden="true">
              {suffix}
            </span>
          ) : null}
        </span>
      ) : (
        input
      )}
    </ControlFrame>
  )
}
