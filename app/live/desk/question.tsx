import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { departmentList } from '~/accounts/reads.server'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { atQuestion, shownAtDesk } from '../desk-access.server'
import { isSo } from '../deeds'
import { actsFor } from '../desk-acts'
import { cardOf } from '../desk-cards'
import { doneQuery } from '../desk-forms'
import { articlesFor } from '../desk-reads.server'
import { AnswersAtDesk } from '../parts/answers-at-desk'
import { queueTrail } from '../parts/desk-trail'
import { DoneNote } from '../parts/done-note'
import { LastAct } from '../parts/last-act'
import { QuestionActs } from '../parts/question-acts'
import { QuestionCard, QuestionTags } from '../parts/question-card'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { session, hosts, question } = await atQuestion(context, params)
  const [departments, articles] = await Promise.all([departmentList({ closed: true }), articlesFor(session.consultationId)])
  const { last, replaced, answers, sameAsker, parts } = question
  const { done } = doneQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
  return {
    session: shownAtDesk(session),
    question: cardOf(question, { departments, articles }),
    ...{ last, answers, sameAsker, parts, hosts },
    acts: hosts ? actsFor(session.stage, question, session.consultationId !== null) : [],
    done: isSo(done, question) ? done : undefined,
    replaced,
  }
}

export default function Question() {
  const { t } = useTranslation(['live', 'web'])
  const { session, question, last, answers, sameAsker, parts, hosts, acts, done, replaced } = useLoaderData<typeof loader>()
  const { number } = question
  return (
    <Page
      title={t('desk.question', { number })}
      caption={<UserText lang={session.lang}>{session.title}</UserText>}
      tag={<QuestionTags question={question} />}
      trail={queueTrail(t, session)}
    >
      <DoneNote {...{ done, number, replaced }}>
        {hosts && done === 'entry' && session.stage !== 'closed' ? (
          <a href={address(`/desk/live/${session.id}/entry`, { channel: question.channel })}>{t('desk.entry.again')}</a>
        ) : null}
      </DoneNote>
      <QuestionCard {...{ session, question, sameAsker }} />
      {parts.length > 0 ? (
        <p>
          {t('desk.parts')}{' '}
          <span className="links">
            {parts.map((part) => (
              <a key={part} href={address(`/desk/live/${session.id}/questions/${part}`)}>
                {t('desk.question', { number: part })}
              </a>
            ))}
          </span>
        </p>
      ) : null}
      <LastAct last={last} />
      <QuestionActs sessionId={session.id} question={question} acts={acts} />
      <AnswersAtDesk {...{ session, number, answers, hosts }} />
      <p>
        <a href={address(`/desk/live/${session.id}/questions`)}>{t('desk.queue.back')}</a>
      </p>
    </Page>
  )
}
