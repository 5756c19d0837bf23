import type { ReactNode } from 'react'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { Back } from '../back'
import type { Act } from '../desk-acts'
import type { CardQuestion } from '../desk-cards'
import { ActBar } from './act-bar'
import { QuestionCard, QuestionTags } from './question-card'

type Props = {
  session: { id: number; lang: string }
  question: CardQuestion & { sameAsker: number[]; acts: Act[] }
  back: Back
  /** What was just done with it. */
  said?: ReactNode
}

export function QueueItem({ session, question, back, said }: Props) {
  const { t } = useTranslation('live')
  const { number, version, acts, sameAsker } = question
  return (
    <li className="list-row" id={`question-${number}`} data-version={version}>
      {said}
      <div className="list-row-head">
        <h2>
          <a href={address(`/desk/live/${session.id}/questions/${number}`)}>{t('desk.question', { number })}</a>
        </h2>
        <QuestionTags question={question} plain={back.show !== 'all'} />
      </div>
      <QuestionCard {...{ session, question, sameAsker }} />
      {acts.length > 0 ? <ActBar sessionId={session.id} question={question} acts={acts} back={back} /> : null}
    </li>
  )
}
