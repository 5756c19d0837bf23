import type { ReactNode } from 'react'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import type { FormErrors } from '~/web/form-errors'
import type { FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { listQuery, type Back } from '../back'
import type { Act } from '../desk-acts'
import type { CardQuestion } from '../desk-cards'
import type { Stage } from '../rules'
import { DeskRefusal, type WhyRefused } from './desk-refusal'
import { liveTrail, questionTrail } from './desk-trail'
import { LastAct, type Last } from './last-act'
import { QuestionCard, QuestionTags } from './question-card'

export type Shown = {
  session: { id: number; title: string; lang: string; stage: Stage; code: string }
  question: CardQuestion
  last: Last
  sameAsker: number[]
  back?: Back
}
export type Acted = { state?: FormState; why?: WhyRefused } | undefined

type Props = {
  act: Act | 'correction'
  /** Where the form goes, below the question's address, when it is not the act's own name. */
  at?: string
  shown: Shown
  acted: Acted
  errors: FormErrors
  lead?: ReactNode
  /** Who owes an answer only sees the question, not the session around it. */
  outside?: boolean
  children?: ReactNode
}

/** One act on one question: what is asked, where the question stands now, and the form. */
export function ActPage({ act, at = act, shown, acted, errors, lead, outside, children }: Props) {
  const { t } = useTranslation(['live', 'web'])
  const { session, question, last, sameAsker, back } = shown
  const { number } = question
  const desk = `/desk/live/${session.id}/questions`
  // After a colleague's act theirs counts as seen: sending the form again is an act made knowing it.
  const version = acted?.why ? question.version : (acted?.state?.values.version ?? question.version)
  return (
    <Page
      title={t('desk.act-on', { act: t(`desk.act.${act}`), number })}
      caption={<UserText lang={session.lang}>{session.title}</UserText>}
      lead={lead}
      errors={errors}
      trail={outside ? liveTrail(t) : questionTrail(t, session, number)}
    >
      <DeskRefusal why={acted?.why} />
      {acted?.why ? <LastAct last={last} /> : null}
      <div className="inset">
        <QuestionTags question={question} />
        <QuestionCard {...{ session, question, sameAsker }} />
      </div>
      <form method="post" action={address(`${desk}/${number}/${at}`, listQuery(back))} className="form" noValidate>
        <input type="hidden" name="version" value={version} />
        {children}
        <ActionBar>
          <Button>{t(`desk.act.${act}`)}</Button>
          <LinkButton
            href={
              outside ? address('/desk/live') : back ? `${address(desk, listQuery(back))}#question-${number}` : address(`${desk}/${number}`)
            }
            variant="secondary"
          >
            {t('desk.back')}
          </LinkButton>
        </ActionBar>
      </form>
    </Page>
  )
}
