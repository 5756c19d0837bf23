import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { Act, Filter } from '../desk-acts'
import type { CardQuestion } from '../desk-cards'
import { ActBar } from './act-bar'
import { QuestionCard, QuestionTags } from './question-card'

type Props = {
  session: { id: number; lang: string }
  question: CardQuestion & { sameAsker: number[]; acts: Act[] }
  show: Filter
  next: number | undefined
}

export function QueueItem({ session, question, show, next }: Props) {
  const { t } = useTranslation('live')
  const { number, version, acts, sameAsker } = question
  return (
    <li className="list-row" id={`question-${number}`} data-version={version}>
      <div className="list-row-head">
        <h2>
          <a href={address(`/desk/live/${session.id}/questions/${number}`)}>{t('desk.question', { number })}</a>
        </h2>
        <QuestionTags question={question} plain={show !== 'all'} />
      </div>
      <QuestionCard {...{ session, question, sameAsker }} />
      {acts.length > 0 ? <ActBar sessionId={session.id} question={question} acts={acts} back={{ show, next }} /> : null}
    </li>
  )
}
