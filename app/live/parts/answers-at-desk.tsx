import { Instant } from '~/consultations/parts/instant'
import { Quote } from '~/ui/quote'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'

type Answer = {
  id: number
  way: 'live' | 'written'
  body: string
  corrects: number | null
  why: string
  at: string
  name: string
  office: string
}
type Props = { session: { id: number; lang: string }; number: number; answers: readonly Answer[]; hosts: boolean }

/** What was answered, oldest first. The last of a chain can be corrected; nothing is ever changed. */
export function AnswersAtDesk({ session, number, answers, hosts }: Props) {
  const { t } = useTranslation('live')
  if (answers.length === 0) return null
  const corrected = new Set(answers.map(({ corrects }) => corrects))
  return (
    <Section title={t('desk.answers')}>
      {answers.map(({ id, way, body, corrects, why, at, name, office }) => (
        <Quote
          key={id}
          text={body}
          lang={session.lang}
          by={
            <>
              <bdi>{name}</bdi> <bdi>{office}</bdi> · {t(corrects ? 'desk.correction' : `desk.way.${way}`)} · <Instant at={at} />
            </>
          }
          footer={
            <>
              {why ? <p>{t('desk.correction-why', { why })}</p> : null}
              {hosts && !corrected.has(id) ? (
                <p>
                  <a href={address(`/desk/live/${session.id}/questions/${number}/answers/${id}/correction`)}>{t('desk.correct')}</a>
                </p>
              ) : null}
            </>
          }
        />
      ))}
    </Section>
  )
}
