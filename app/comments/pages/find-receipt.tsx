import { json, type ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { readCode } from '~/sealing.server'
import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { noStore, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { receiptSearch } from '../forms'
import { waitBeforeCode } from '../limits.server'
import { isReceipt } from '../reads.server'

export const headers = () => noStore

export async function action({ request, context }: ActionFunctionArgs) {
  const read = await readForm(request, receiptSearch, context)
  if (!read.ok) return unprocessable({ state: read.state, minutes: 0 })
  const code = readCode(read.value.code)
  if (code && (await isReceipt(code))) return redirectTo(`/receipts/${code}`)
  const minutes = await waitBeforeCode(context.client)
  const why = minutes > 0 ? 'code-tries' : code ? 'code-unknown' : 'code-format'
  return json({ state: { values: read.values, errors: { code: `comments:error.${why}` } }, minutes }, { status: minutes > 0 ? 429 : 422 })
}

export default function FindReceipt() {
  const { t } = useTranslation('comments')
  const answer = useActionData<typeof action>()
  const errors = useFormErrors(answer?.state, { minutes: answer?.minutes })
  return (
    <Page title={t('receipt.find.title')} lead={t('receipt.find.lead')} errors={errors}>
      <form className="form" method="post" action={address('/receipts')} noValidate>
        <Field
          name="code"
          label={t('receipt.find.code')}
          hint={t('receipt.find.code-hint')}
          error={errors.of('code')}
          value={answer?.state.values.code}
          width="medium"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        <ActionBar>
          <Button>{t('receipt.find.do')}</Button>
        </ActionBar>
      </form>
      <p>
        <a href={address('/receipts/lost')}>{t('receipt.find.lost')}</a>
      </p>
    </Page>
  )
}
