import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '~/ui/button'
import { ConfirmationPanel } from '~/ui/confirmation-panel'
import { PrintButton } from '~/ui/enhanced-buttons'
import { Section } from '~/ui/section'
import { address, fullAddress } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { notFound, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { personFor } from '../door.server'
import { counterActForm } from '../forms'
import { CounterActFields } from '../parts/counter-act-fields'
import { PersonSummary } from '../parts/person-summary'
import { mayIssueResetCode } from '../people-rules'
import { issueResetCode } from '../people-writes.server'

type Answer = { state?: FormState; made?: { code: string; where: string } }

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { person } = await personFor(context, params.id, mayIssueResetCode)
  const { now: _now, ...shown } = person
  return json({ person: shown })
}

/** Shown in this one answer: the database keeps only its hash. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { viewer, person } = await personFor(context, params.id, mayIssueResetCode)
  const read = await readForm(request, counterActForm, context)
  if (!read.ok) return unprocessable<Answer>({ state: read.state })
  const issued = await issueResetCode(viewer, person.id, read.value.why)
  if (!issued.ok) throw notFound()
  return json<Answer>({ made: { code: issued.code, where: fullAddress(context.origin, '/password-reset') } }, { status: 201 })
}

export default function ResetCode() {
  const { person } = useLoaderData<typeof loader>()
  const { state, made } = (useActionData<typeof action>() ?? {}) as Answer
  const { t } = useTranslation('accounts')
  const errors = useFormErrors(state)
  const trail = [{ href: '/desk', label: t('desk.home') }]
  if (made) return <Made {...made} />
  return (
    <Page title={t('desk.reset-code.title')} caption={person.name} lead={t('desk.reset-code.lead')} trail={trail} errors={errors}>
      <PersonSummary person={person} />
      <form className="form" method="post" action={address(`/desk/people/${person.id}/reset-code`)}>
        <CounterActFields state={state} errors={errors} />
        <Button>{t('desk.reset-code.button')}</Button>
      </form>
      {person.role === 'resident' ? (
        <p>
          <a href={address(`/desk/people/${person.id}/closing`)}>{t('desk.closing.title')}</a>
        </p>
      ) : null}
    </Page>
  )
}

function Made({ code, where }: Required<Answer>['made']) {
  const { t } = useTranslation('accounts')
  return (
    <Page title={t('desk.reset-code.made')} heading={null} trail={[{ href: '/desk', label: t('desk.home') }]}>
      <ConfirmationPanel title={t('desk.reset-code.made')} code={code}>
        <p>{t('desk.reset-code.made-note')}</p>
      </ConfirmationPanel>
      <Section title={t('desk.reset-code.how')}>
        <p>{t('desk.reset-code.how-note')}</p>
        <p className="code">{where}</p>
      </Section>
      <PrintButton>{t('desk.reset-code.print')}</PrintButton>
    </Page>
  )
}
