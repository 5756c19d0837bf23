import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'

/** For who holds the code of a receipt. */
export function FindReceipt() {
  const { t } = useTranslation(['county', 'comments'])
  return (
    <Section title={t('home.receipt')} lead={t('home.receipt-lead')}>
      <form method="post" action={address('/receipts')} className="form">
        <Field
          name="code"
          label={t('home.receipt-code')}
          hint={t('comments:receipt.find.code-hint')}
          width="medium"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        <Button variant="secondary">{t('home.receipt-find')}</Button>
      </form>
      <p>
        <a href={address('/receipts/lost')}>{t('comments:receipt.find.lost')}</a>
      </p>
    </Section>
  )
}
