import { Button } from '~/ui/button'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import type { FormErrors } from '~/web/form-errors'

type Props = { path: string; label: string; hint: string; button: string; value: string | undefined; errors: FormErrors }

export const WhyForm = ({ path, label, hint, button, value, errors }: Props) => (
  <form method="post" action={address(path)} className="form" noValidate>
    <TextArea name="why" label={label} hint={hint} rows={4} value={value} error={errors.of('why')} required />
    <Button>{button}</Button>
  </form>
)
