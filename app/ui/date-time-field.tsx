import { Field, type FieldProps } from './field'

export type DateTimeFieldProps = Omit<FieldProps, 'type' | 'prefix' | 'suffix'> & { dateOnly?: boolean }

/** The browser's own picker; `value`, `min`, `max` as 2026-12-01T15:00 in the county's time, or 2026-12-01. */
export const DateTimeField = ({ dateOnly = false, width = 'medium', ...rest }: DateTimeFieldProps) => (
  <Field {...rest} width={width} type={dateOnly ? 'date' : 'datetime-local'} />
)
