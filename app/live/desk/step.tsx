import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { CheckboxField } from '~/ui/choices'
import { Notification } from '~/ui/notification'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { showMinute } from '~/web/dates'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { usePage } from '~/web/page'
import { Page } from '~/web/page-layout'
import { conflict, notFound, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { hostAt, shownAtDesk } from '../desk-access.server'
import { stepForm } from '../desk-forms'
import { answerersOf } from '../reads.server'
import { DeskRefusal, type WhyRefused } from '../parts/desk-refusal'
import { sessionTrail } from '../parts/desk-trail'
import { SessionFacts } from '../parts/session-facts'
import { StepLacks } from '../parts/step-lacks'
import { isEarly, mayStep } from '../rules'
import { takeStep } from '../session-writes.server'
import { isStepNoun, stepNouns } from '../steps'

async function stepping({ params, context }: Pick<LoaderFunctionArgs, 'params' | 'context'>) {
  const { step } = params
  if (!isStepNoun(step)) throw notFound()
  return { ...(await hostAt(context, params.id)), step }
}

export async function loader(given: LoaderFunctionArgs) {
  const { session, step } = await stepping(given)
  const answerers = (await answerersOf(session.id)).filter(({ removedAt }) => !removedAt)
  const { unfinished } = session
  const may = mayStep(stepNouns[step], session.stage, { answerers: answerers.length, ...unfinished })
  const early = may.ok && step === 'opening' && isEarly(session, session.now) ? session.startsAt : null
  const { houseRules, startsAt, endsAt, answerWithinDays, department, consultation, openDay } = session
  const facts = { ...shownAtDesk(session), houseRules, startsAt, endsAt, answerWithinDays, department, consultation, openDay }
  const read = step === 'announcement' || step === 'opening' ? { session: facts, answerers } : null
  return { session: shownAtDesk(session), step, read, early, unfinished, why: may.ok ? undefined : may.why }
}

type Result = { why?: WhyRefused; state?: FormState }

export async function action(given: ActionFunctionArgs) {
  const { viewer, session, step } = await stepping(given)
  const form = await readForm(given.request, stepForm, given.context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const taken = await takeStep(viewer, session.id, stepNouns[step], form.value)
  if (!taken.ok && taken.why === 'early') return unprocessable<Result>({ state: { values: {}, errors: { sure: 'live:desk.error.early' } } })
  if (!taken.ok) return conflict<Result>({ why: taken.why })
  return redirectTo(`/desk/live/${session.id}?done=${step}#done`)
}

/** Each step is taken once and not taken back, so each is asked for on a page of its own. */
export default function Step() {
  const { t } = useTranslation(['live', 'web'])
  const { session, step, read, early, unfinished, why } = useLoaderData<typeof loader>()
  const { lang, county } = usePage()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  const refused = result?.why ?? why
  const desk = address(`/desk/live/${session.id}`)
  return (
    <Page
      title={t(`desk.step.${step}`)}
      caption={<UserText lang={session.lang}>{session.title}</UserText>}
      errors={errors}
      trail={sessionTrail(t, session)}
    >
      <DeskRefusal why={refused} />
      <StepLacks id={session.id} unfinished={unfinished} why={refused} />
      <p>{t(`desk.step-means.${step}`)}</p>
      {early ? <Notification tone="warning" title={t('desk.early', { date: showMinute(new Date(early), lang, county.zone) })} /> : null}
      {read && !why ? (
        <Section title={t('desk.will-read')}>
          <SessionFacts {...read} />
        </Section>
      ) : null}
      <form method="post" action={`${desk}/${step}`} className="form" noValidate>
        {early ? <CheckboxField name="sure" label={t('desk.sure')} error={errors.of('sure')} /> : null}
        <ActionBar>
          {why ? null : (
            <Button variant={step === 'announcement' || step === 'opening' ? 'primary' : 'warning'}>{t(`desk.step.${step}`)}</Button>
          )}
          <LinkButton href={desk} variant="secondary">
            {t('desk.back')}
          </LinkButton>
        </ActionBar>
      </form>
    </Page>
  )
}
