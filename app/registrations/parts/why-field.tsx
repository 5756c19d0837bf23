import { TextArea } from '~/ui/text-area'
import type { FormErrors } from '~/web/form-errors'

type Props = { label: string; hint?: string; value?: string; errors: FormErrors }

/** Why staff does what it does. */
export const WhyField = ({ label, hint, value, errors }: Props) => (
  <TextArea name="why" label={label} hint={hint} rows={3} value={value} error={errors.of('why')} required />
)
