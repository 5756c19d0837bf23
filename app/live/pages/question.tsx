import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Notification } from '~/ui/notification'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { forASecond, keptAsLoaded, noStore, notFound, plainly } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { QuestionBody } from '../parts/question-head'
import { QuestionItem } from '../parts/question-item'
import { QuestionNumbers } from '../parts/question-numbers'
import { trailOf } from '../parts/trail'
import { boardSince, ownOf } from '../reads.server'
import { isOn } from '../rules'
import { numberIn, participantIn, sessionFor, shownSession } from '../session.server'
import { transcriptOf } from '../transcript-reads.server'

/** A number is kept for ever: also of a question that became part of another, or was taken back. */
export async function loader({ params, ...given }: LoaderFunctionArgs) {
  const session = await sessionFor(params.code)
  const number = numberIn(params.number)
  const board = await boardSince(session.id)
  const question = board!.questions.find((each) => each.number === number) ?? null
  const kept = question ? null : ((await transcriptOf(session.id)).find((each) => each.number === number) ?? null)
  if (!question && !kept) throw notFound()
  const participant = participantIn(session, given)
  const supported = participant ? (await ownOf(session.id, participant)).supported.includes(number) : false
  const shown = { session: shownSession(session), number, question, kept, supported }
  return plainly(shown, participant ? noStore : forASecond)
}

export const headers = keptAsLoaded

export default function Question() {
  const { t } = useTranslation('live')
  const { session, number, question, kept, supported } = useLoaderData<typeof loader>()
  const { code, title, lang, stage } = session
  return (
    <Page title={t('number', { number })} caption={<UserText lang={lang}>{title}</UserText>} trail={trailOf(session, t('title'))}>
      {question ? (
        <div className="board" id={`question-${number}`}>
          <QuestionItem of={session} question={question} takesPart={isOn(stage)} supported={supported} level={2} />
        </div>
      ) : null}
      {kept?.state === 'withdrawn' ? <Notification title={t('question.withdrawn')} /> : null}
      {kept?.mergedInto ? (
        <>
          <Notification
            title={
              <>
                {t('question.merged-into')} <QuestionNumbers code={code} numbers={[kept.mergedInto]} />
              </>
            }
          />
          <QuestionBody body={kept.body} />
        </>
      ) : null}
      <p>
        <a href={address(`/live/${code}`)}>{t('question.back')}</a>
      </p>
    </Page>
  )
}
