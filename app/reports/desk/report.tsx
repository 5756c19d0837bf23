import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { atWork } from '../access.server'
import { preparersOf, workOf } from '../desk-reads.server'
import { equationOf } from '../document'
import { statementForm } from '../forms'
import { Equation } from '../parts/equation'
import { NextAct } from '../parts/next-act'
import { Refusal } from '../parts/refusal'
import { ReturnedNote } from '../parts/returned-note'
import { StatementForm } from '../parts/statement-form'
import { workTrail } from '../parts/trail'
import { isReportReady, isWorkTime, mayDecideReport } from '../rules'
import { saveStatement } from '../writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, c, departmentId, now } = await atWork(context, params.id)
  const [{ facts, inWork, revisions }, preparers] = await Promise.all([workOf(c.id), preparersOf(c.id)])
  const may = isWorkTime(facts, now)
  const ready = isReportReady(facts, now)
  const last = revisions.findLast((revision) => revision.publishedAt) ?? null
  return {
    c,
    balance: equationOf(facts),
    faults: ready.ok ? [] : ready.why,
    state: {
      submittedAt: inWork?.submittedAt ?? null,
      returnedWhy: inWork?.returnedWhy ?? null,
      revision: inWork?.revision ?? null,
      published: facts.published,
      last: last && { revision: last.revision, publishedAt: last.publishedAt! },
    },
    statement: facts.statement,
    why: may.ok ? null : may.why,
    isStaff: viewer.role === 'staff',
    mayDecide: mayDecideReport({ ...facts, preparers }, viewer, departmentId).ok,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { where, c } = await atWork(context, params.id, ['staff'])
  const form = await readForm(request, statementForm, context)
  if (!form.ok) return unprocessable({ state: form.state, why: null })
  const saved = await saveStatement(where, form.value.statement)
  if (!saved.ok) return conflict({ state: { values: form.values, errors: {} }, why: saved.why })
  return redirectTo(`/desk/consultations/${c.id}/report`)
}

export default function Report() {
  const { t } = useTranslation(['reports', 'web'])
  const { c, balance, faults, state, statement, why, isStaff, mayDecide } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const errors = useFormErrors(sent?.state)
  return (
    <Page wide title={t('prepare.title')} caption={<UserText lang={c.lang}>{c.title}</UserText>} errors={errors} trail={workTrail(t, c)}>
      <Refusal why={sent?.why ?? (why === 'still-open' ? why : null)} id={c.id} />
      <ReturnedNote why={state.submittedAt ? null : state.returnedWhy} />
      <Section title={t('balance.title')}>
        <Equation {...balance} />
      </Section>
      {isStaff && !why ? (
        <StatementForm id={c.id} statement={sent?.state.values.statement ?? statement} error={errors.of('statement')} lang={c.lang} />
      ) : null}
      <NextAct c={c} state={state} faults={faults} isStaff={isStaff} mayDecide={mayDecide} />
    </Page>
  )
}
