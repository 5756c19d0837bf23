import type { ReactNode } from 'react'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { CheckboxField } from '~/ui/choices'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import type { FormErrors } from '~/web/form-errors'
import { useTranslation } from '~/web/translation'
import type { Asks } from '../rules'
import { MemberFieldset } from './member-fieldset'

export type FormProps = {
  size: number
  asks: Pick<Asks, 'asksIdentity' | 'asksBirthDate' | 'asksPlate'>
  values: Record<string, string>
  /** What is kept already, masked, by field. */
  hints: Record<string, string>
  errors: FormErrors
}

type Props = FormProps & { action: string; consent: ReactNode; consentHint?: ReactNode; back: { href: string; label: string } }

/** One page for the whole party, with nothing on it that the notice does not ask. */
export function DetailsForm({ action, consent, consentHint, back, ...form }: Props) {
  const { t } = useTranslation('party-details')
  const { size, asks, values, errors } = form
  return (
    <form className="form" method="post" action={address(action)} noValidate>
      {Array.from({ length: size }, (_, index) => (
        <MemberFieldset key={index} position={index + 1} {...form} />
      ))}
      {asks.asksPlate ? (
        <TextArea
          name="plates"
          label={t('plates')}
          mark={t('optional')}
          hint={t('plates-hint')}
          value={values.plates}
          error={errors.of('plates')}
          rows={Math.min(4, Math.max(2, size))}
          autoComplete="off"
          spellCheck={false}
        />
      ) : null}
      <CheckboxField
        name="consent"
        label={consent}
        hint={consentHint}
        checked={values.consent === 'on'}
        error={errors.of('consent')}
        required
      />
      <ActionBar>
        <Button>{t('send')}</Button>
        <LinkButton href={address(back.href)} variant="secondary">
          {back.label}
        </LinkButton>
      </ActionBar>
    </form>
  )
}
