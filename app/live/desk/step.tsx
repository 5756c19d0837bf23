import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, notFound, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { hostAt, shownAtDesk } from '../desk-access.server'
import { stepForm } from '../desk-forms'
import { answerersOf } from '../reads.server'
import { DeskRefusal, type WhyRefused } from '../parts/desk-refusal'
import { sessionTrail } from '../parts/desk-trail'
import { StepLacks } from '../parts/step-lacks'
import { mayStep } from '../rules'
import { takeStep } from '../session-writes.server'
import { isStepNoun, stepNouns } from '../steps'

async function stepping({ params, context }: Pick<LoaderFunctionArgs, 'params' | 'context'>) {
  const { step } = params
  if (!isStepNoun(step)) throw notFound()
  return { ...(await hostAt(context, params.id)), step }
}

export async function loader(given: LoaderFunctionArgs) {
  const { session, step } = await stepping(given)
  const answerers = (await answerersOf(session.id)).filter(({ removedAt }) => !removedAt).length
  const { waiting, undecided } = session
  const may = mayStep(stepNouns[step], session.stage, { answerers, waiting, undecided })
  return { session: shownAtDesk(session), step, waiting, undecided, why: may.ok ? undefined : may.why }
}

type Result = { why?: WhyRefused }

export async function action(given: ActionFunctionArgs) {
  const { viewer, session, step } = await stepping(given)
  const form = await readForm(given.request, stepForm, given.context)
  if (!form.ok) return unprocessable<Result>({})
  const taken = await takeStep(viewer, session.id, stepNouns[step])
  if (!taken.ok) return conflict<Result>({ why: taken.why })
  return redirectTo(`/desk/live/${session.id}`)
}

/** Each step is taken once and not taken back, so each is asked for on a page of its own. */
export default function Step() {
  const { t } = useTranslation(['live', 'web'])
  const { session, step, waiting, undecided, why } = useLoaderData<typeof loader>()
  const refused = (useActionData<typeof action>() as Result | undefined)?.why ?? why
  const desk = address(`/desk/live/${session.id}`)
  return (
    <Page
      title={t(`desk.step.${step}`)}
      caption={<UserText lang={session.lang}>{session.title}</UserText>}
      trail={sessionTrail(t, session)}
    >
      <DeskRefusal why={refused} />
      <StepLacks {...{ waiting, undecided }} id={session.id} why={refused} />
      <p>{t(`desk.step-means.${step}`)}</p>
      <form method="post" action={`${desk}/${step}`}>
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
