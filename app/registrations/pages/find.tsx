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
import { codeSearch } from '../forms'
import { waitBeforeCode } from '../limits.server'
import { isRegistration } from '../reads.server'

export const headers = () => noStore

export async function action({ request, context }: ActionFunctionArgs) {
  const read = await readForm(request, codeSearch, context)
  if (!read.ok) return unprocessable({ state: read.state, minutes: 0 })
  const code = readCode(read.value.code)
  if (code && (await isRegistration(code))) return redirectTo(`/registrations/${code}`)
  const minutes = await waitBeforeCode(context.client)
  const why = minutes > 0 ? 'code-tries' : code ? 'code-unknown' : 'code-format'
  return json(
    { state: { values: read.values, errors: { code: `registrations:error.${why}` } }, minutes },
    { status: minutes > 0 ? 429 : 422 },
  )
}

export default function FindRegistration() {
  const { t } = useTranslation('registrations')
  const answer = useActionData<typeof action>()
  const errors = useFormErrors(answer?.state, { minutes: answer?.minutes })
  return (
    <Page title={t('find.title')} lead={t('find.lead')} errors={errors}>
      <form className="form" method="post" action={address('/registrations')} noValidate>
        <Field
          name="code"
          label={t('find.code')}
          hint={t('find.code-hint')}
          error={errors.of('code')}
          value={answer?.state.values.code}
          width="medium"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        <ActionBar>
          <Button>{t('find.do')}</Button>
        </ActionBar>
      </form>
      <p>
        <a href={address('/registrations/lost')}>{t('find.lost')}</a>
      </p>
    </Page>
  )
}
