import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { KeyFigures } from '~/ui/key-figures'
import { Notification } from '~/ui/notification'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { forASecond, keptAsLoaded, plainly } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { onClock } from '../clocks.server'
import { SessionFacts } from '../parts/session-facts'
import { SessionTag } from '../parts/session-tag'
import { trailOf } from '../parts/trail'
import { TranscriptEntry } from '../parts/transcript-entry'
import { answerersOf } from '../reads.server'
import type { DeclineReason, Disposition, State } from '../rules'
import { sessionFor, shownSession } from '../session.server'
import { declinedCounts, transcriptOf } from '../transcript-reads.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = await sessionFor(params.code)
  const { id } = session
  const [all, declined, answerers] = await Promise.all([transcriptOf(id), declinedCounts(id), answerersOf(id)])
  const questions = await onClock(all, context.county.zone, () => session)
  return plainly({ session: shownSession(session), questions, declined, answerers }, forASecond)
}

export const headers = keptAsLoaded

export default function Transcript() {
  const { t } = useTranslation('live')
  const { session, questions, answerers } = useLoaderData<typeof loader>()
  const at = address(`/live/${session.code}/transcript`)
  return (
    <Page
      title={t('transcript.title')}
      caption={<UserText lang={session.lang}>{session.title}</UserText>}
      lead={t('transcript.lead')}
      tag={<SessionTag stage={session.stage} />}
      trail={trailOf(session, t('title'))}
      aside={<SessionFacts session={session} answerers={answerers} />}
      asideLabel={t('glance')}
    >
      {session.stage === 'closed' ? null : <Notification title={t('transcript.in-progress')} />}
      <Section id="totals" title={t('transcript.counts')}>
        <Totals />
      </Section>
      <Section id="questions" title={t('transcript.questions')}>
        <ul className="board" role="list">
          {questions.map((question) => (
            <li key={question.number} id={`question-${question.number}`}>
              <TranscriptEntry of={session} question={question} />
            </li>
          ))}
        </ul>
      </Section>
      <Section id="files" title={t('transcript.files')}>
        <ul>
          <li>
            <a href={`${at}.json`}>{t('transcript.json')}</a>
          </li>
          <li>
            <a href={`${at}.csv`}>{t('transcript.csv')}</a>
          </li>
        </ul>
      </Section>
    </Page>
  )
}

type Counted = {
  state: State
  mergedInto: number | null
  disposition: Disposition | null
  clock: { late: number } | null
  answeredAt: Date | string | null
}
const isAnswered = ({ answeredAt, state, mergedInto }: Counted) => answeredAt !== null && state === 'published' && mergedInto === null
const isOwed = ({ clock, answeredAt, disposition }: Counted) => answeredAt === null && (clock !== null || disposition === 'written')
const isUndecided = (question: Counted) => question.disposition === null && !isOwed(question)

function Totals() {
  const { t } = useTranslation('live')
  const { questions, declined } = useLoaderData<typeof loader>()
  const sum = declined.reduce((total, { count }) => total + count, 0)
  const those = (which: (question: (typeof questions)[number]) => boolean) => questions.filter(which).length
  return (
    <>
      <KeyFigures
        items={[
          { label: t('transcript.public'), value: questions.length },
          { label: t('transcript.answered'), value: those(isAnswered) },
          { label: t('transcript.owed'), value: those(isOwed) },
          {
            label: t('transcript.overdue'),
            value: those((question) => isOwed(question) && question.clock !== null && question.clock.late > 0),
          },
          { label: t('disposition.out-of-scope'), value: those(({ disposition }) => disposition === 'out-of-scope') },
          { label: t('transcript.undecided'), value: those(isUndecided) },
          { label: t('transcript.merged'), value: those(({ mergedInto }) => mergedInto !== null) },
          { label: t('transcript.taken'), value: those(({ state }) => state === 'withdrawn') },
          { label: t('transcript.declined'), value: sum },
        ]}
      />
      {sum === 0 ? (
        <p>{t('transcript.declined-none')}</p>
      ) : (
        <Table
          caption={t('transcript.declined-by-reason')}
          columns={[
            { header: t('transcript.reason'), cell: ({ reason }) => t(`reason.${reason as DeclineReason}`), rowHeader: true },
            { header: t('transcript.count'), cell: ({ count }) => count, numeric: true },
          ]}
          rows={declined}
          rowKey={({ reason }) => reason}
        />
      )}
    </>
  )
}
