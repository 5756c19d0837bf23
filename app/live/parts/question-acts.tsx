import { useId } from 'react'
import { Details } from '~/ui/details'
import { Section } from '~/ui/section'
import { useTranslation } from '~/web/translation'
import { groupedActs } from '../act-groups'
import type { Act } from '../desk-acts'
import type { CardQuestion } from '../desk-cards'
import { ActBar } from './act-bar'

type Props = { sessionId: number; question: CardQuestion; acts: readonly Act[] }

/** All that can be done with one question: what is wanted next in front, the rest by kind. */
export function QuestionActs({ sessionId, question, acts }: Props) {
  const { t } = useTranslation('live')
  if (acts.length === 0) return null
  const { first, beside, answering, sorting, asker } = groupedActs(question, acts)
  const bar = { sessionId, question }
  return (
    <Section title={t('desk.acts')}>
      {first ? <ActBar {...bar} acts={[first, ...beside]} primary={first} /> : null}
      <Group {...bar} title={t('desk.group.answering')} acts={answering} />
      <Group {...bar} title={t('desk.group.sorting')} acts={sorting} />
      {asker.length > 0 ? (
        <Details summary={t('desk.group.asker')}>
          <ActBar {...bar} acts={asker} />
        </Details>
      ) : null}
    </Section>
  )
}

function Group({ title, ...bar }: Props & { title: string }) {
  const id = useId()
  if (bar.acts.length === 0) return null
  return (
    <div role="group" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ActBar {...bar} />
    </div>
  )
}
