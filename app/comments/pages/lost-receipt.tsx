import { json, type ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { Notification } from '~/ui/notification'
import { address } from '~/web/address'
import { emptyForm, readForm } from '~/web/forms.server'
import { useFormErrors } from '~/web/form-errors'
import { usePage } from '~/web/page'
import { Page } from '~/web/page-layout'
import { noStore, unprocessable } from '~/web/responses.server'
import { Around, PIECE } from '~/ui/around'
import { useTranslation } from '~/web/translation'
import { lostReceipt } from '../forms'
import { waitBeforeLost } from '../limits.server'
import { PhoneLink } from '../parts/phone-link'
import { sendReceipts } from '../writes.server'

export const headers = () => noStore

/** The answer is the same whether or not there is anything to send: it tells nobody who has commented. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await readForm(request, lostReceipt, context)
  if (!read.ok) return unprocessable({ state: read.state, asked: false })
  const contact = read.value.contact!
  const minutes = await waitBeforeLost(contact.address, context.client)
  if (minutes === 0) await sendReceipts(contact, context.lang)
  return json({ state: emptyForm, asked: true })
}

export default function LostReceipt() {
  const { t } = useTranslation('comments')
  const { county } = usePage()
  const answer = useActionData<typeof action>()
  const errors = useFormErrors(answer?.state)
  return (
    <Page
      title={t('receipt.lost.title')}
      lead={answer?.asked ? undefined : t('receipt.lost.lead')}
      errors={errors}
      trail={[{ label: t('receipt.find.title'), href: '/receipts' }]}
    >
      {answer?.asked ? (
        <Notification tone="success" title={t('receipt.lost.done')} announce>
          <p>{t('receipt.lost.done-text')}</p>
        </Notification>
      ) : (
        <form className="form" method="post" action={address('/receipts/lost')} noValidate>
          <Field
            name="contact"
            label={t('receipt.lost.contact')}
            error={errors.of('contact')}
            value={answer?.state.values.contact}
            width="medium"
            autoComplete="tel"
            required
          />
          <ActionBar>
            <Button>{t('receipt.lost.do')}</Button>
          </ActionBar>
        </form>
      )}
      {county.phone ? (
        <p>
          <Around sentence={t('receipt.lost.no-contact', { phone: PIECE })}>
            <PhoneLink phone={county.phone} />
          </Around>
        </p>
      ) : null}
    </Page>
  )
}
